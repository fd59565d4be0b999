/**
 * Countries with their demonyms, capitals and other names, written for this project as plain facts.
 * One a line: `name; other names / demonyms / capital and seats used as metonyms`. It only speeds up what the
 * documents themselves usually say; countries that are not here are found by `places.ts` from their own words.
 */
const LINES = `
Afghanistan/Afghan/Kabul
Albania/Albanian/Tirana
Algeria/Algerian/Algiers
Andorra/Andorran/Andorra la Vella
Angola/Angolan/Luanda
Argentina/Argentine,Argentinian/Buenos Aires
Armenia/Armenian/Yerevan
Australia/Australian/Canberra
Austria/Austrian/Vienna
Azerbaijan/Azerbaijani,Azeri/Baku
Bahamas/Bahamian/Nassau
Bahrain/Bahraini/Manama
Bangladesh/Bangladeshi/Dhaka
Barbados/Barbadian/Bridgetown
Belarus/Belarusian,Belarussian/Minsk
Belgium/Belgian/Brussels
Belize/Belizean/Belmopan
Benin/Beninese/Porto-Novo
Bhutan/Bhutanese/Thimphu
Bolivia/Bolivian/La Paz,Sucre
Bosnia and Herzegovina;Bosnia/Bosnian/Sarajevo
Botswana/Botswanan/Gaborone
Brazil/Brazilian/Brasília,Brasilia
Britain;United Kingdom;UK;U.K.;Great Britain/British,Briton/London,Downing Street,Whitehall
Brunei/Bruneian/Bandar Seri Begawan
Bulgaria/Bulgarian/Sofia
Burkina Faso/Burkinabe/Ouagadougou
Burundi/Burundian/Gitega
Cambodia/Cambodian/Phnom Penh
Cameroon/Cameroonian/Yaoundé,Yaounde
Canada/Canadian/Ottawa
Chad/Chadian/N'Djamena
Chile/Chilean/Santiago
China;People's Republic of China/Chinese/Beijing
Colombia/Colombian/Bogotá,Bogota
Congo;Democratic Republic of Congo/Congolese/Kinshasa,Brazzaville
Costa Rica/Costa Rican/San José
Croatia/Croatian/Zagreb
Cuba/Cuban/Havana
Cyprus/Cypriot/Nicosia
Czech Republic;Czechia/Czech/Prague
Denmark/Danish,Dane/Copenhagen
Djibouti/Djiboutian/
Dominican Republic/Dominican/Santo Domingo
East Timor;Timor-Leste/Timorese/Dili
Ecuador/Ecuadorean,Ecuadorian/Quito
Egypt/Egyptian/Cairo
El Salvador/Salvadoran/San Salvador
Eritrea/Eritrean/Asmara
Estonia/Estonian/Tallinn
Eswatini/Swazi/Mbabane
Ethiopia/Ethiopian/Addis Ababa
Fiji/Fijian/Suva
Finland/Finnish,Finn/Helsinki
France/French,Frenchman/Paris,Élysée,Elysee
Gabon/Gabonese/Libreville
Gambia/Gambian/Banjul
Georgia/Georgian/Tbilisi
Germany/German/Berlin
Ghana/Ghanaian/Accra
Greece/Greek/Athens
Guatemala/Guatemalan/Guatemala City
Guinea/Guinean/Conakry
Guyana/Guyanese/Georgetown
Haiti/Haitian/Port-au-Prince
Honduras/Honduran/Tegucigalpa
Hungary/Hungarian/Budapest
Iceland/Icelandic,Icelander/Reykjavik
India/Indian/New Delhi,Delhi
Indonesia/Indonesian/Jakarta
Iran;Islamic Republic/Iranian/Tehran
Iraq/Iraqi/Baghdad
Ireland/Irish/Dublin
Israel/Israeli/Jerusalem
Italy/Italian/Rome
Ivory Coast;Côte d'Ivoire/Ivorian/Yamoussoukro
Jamaica/Jamaican/
Japan/Japanese/Tokyo
Jordan/Jordanian/Amman
Kazakhstan/Kazakh/Astana
Kenya/Kenyan/Nairobi
Kosovo/Kosovar/Pristina
Kuwait/Kuwaiti/Kuwait City
Kyrgyzstan/Kyrgyz/Bishkek
Laos/Laotian/Vientiane
Latvia/Latvian/Riga
Lebanon/Lebanese/Beirut
Lesotho/Basotho/Maseru
Liberia/Liberian/Monrovia
Libya/Libyan/Tripoli
Liechtenstein/Liechtensteiner/Vaduz
Lithuania/Lithuanian/Vilnius
Luxembourg/Luxembourgish/
Madagascar/Malagasy/Antananarivo
Malawi/Malawian/Lilongwe
Malaysia/Malaysian/Kuala Lumpur
Maldives/Maldivian/Malé
Mali/Malian/Bamako
Malta/Maltese/Valletta
Mauritania/Mauritanian/Nouakchott
Mauritius/Mauritian/Port Louis
Mexico/Mexican/Mexico City
Moldova/Moldovan/Chisinau
Monaco/Monegasque/
Mongolia/Mongolian/Ulaanbaatar,Ulan Bator
Montenegro/Montenegrin/Podgorica
Morocco/Moroccan/Rabat
Mozambique/Mozambican/Maputo
Myanmar;Burma/Burmese/Naypyidaw
Namibia/Namibian/Windhoek
Nepal/Nepalese,Nepali/Kathmandu
Netherlands;Holland/Dutch/Amsterdam,The Hague
New Zealand/New Zealander/Wellington
Nicaragua/Nicaraguan/Managua
Niger/Nigerien/Niamey
Nigeria/Nigerian/Abuja
North Korea/North Korean/Pyongyang
North Macedonia;Macedonia/Macedonian/Skopje
Norway/Norwegian/Oslo
Oman/Omani/Muscat
Pakistan/Pakistani/Islamabad
Panama/Panamanian/Panama City
Papua New Guinea/Papuan/Port Moresby
Paraguay/Paraguayan/Asunción
Peru/Peruvian/Lima
Philippines/Philippine,Filipino/Manila
Poland/Polish,Pole/Warsaw
Portugal/Portuguese/Lisbon
Qatar/Qatari/Doha
Romania/Romanian/Bucharest
Russia;Russian Federation;Soviet Union/Russian,Soviet/Moscow,Kremlin
Rwanda/Rwandan/Kigali
Saudi Arabia/Saudi,Saudi Arabian/Riyadh
Senegal/Senegalese/Dakar
Serbia/Serbian,Serb/Belgrade
Sierra Leone/Sierra Leonean/Freetown
Singapore/Singaporean/
Slovakia/Slovak/Bratislava
Slovenia/Slovenian,Slovene/Ljubljana
Somalia/Somali/Mogadishu
South Africa/South African/Pretoria
South Korea/South Korean/Seoul
South Sudan/South Sudanese/Juba
Spain/Spanish,Spaniard/Madrid
Sri Lanka/Sri Lankan/Colombo
Sudan/Sudanese/Khartoum
Suriname/Surinamese/Paramaribo
Sweden/Swedish,Swede/Stockholm
Switzerland/Swiss/Bern
Syria/Syrian/Damascus
Taiwan/Taiwanese/Taipei
Tajikistan/Tajik/Dushanbe
Tanzania/Tanzanian/Dodoma
Thailand/Thai/Bangkok
Togo/Togolese/Lomé
Trinidad and Tobago;Trinidad/Trinidadian/Port of Spain
Tunisia/Tunisian/Tunis
Turkey;Türkiye/Turkish,Turk/Ankara
Turkmenistan/Turkmen/Ashgabat
Uganda/Ugandan/Kampala
Ukraine/Ukrainian/Kyiv,Kiev
United Arab Emirates;Emirates;UAE;U.A.E./Emirati/Abu Dhabi
United States;United States of America;US;U.S.;USA;U.S.A.;America/American/Washington,White House
Uruguay/Uruguayan/Montevideo
Uzbekistan/Uzbek/Tashkent
Vatican;Holy See//Vatican City
Venezuela/Venezuelan/Caracas
Vietnam/Vietnamese/Hanoi
Yemen/Yemeni/Sanaa,Sana
Zambia/Zambian/Lusaka
Zimbabwe/Zimbabwean/Harare
European Union;EU;E.U./European/
Scotland/Scottish/Edinburgh
Wales/Welsh/Cardiff
Palestine;Palestinian Authority/Palestinian/Ramallah
`;

/** A country as the lists know it; `seats` are its capital and buildings that stand for its government. */
interface CountryFacts {
  name: string;
  names: string[];
  demonyms: string[];
  seats: string[];
}

function readLines(): CountryFacts[] {
  return LINES.trim()
    .split("\n")
    .map((line) => {
      const [names = "", demonyms = "", seats = ""] = line.split("/");
      const all = names.split(";");
      return {
        name: all[0]!,
        names: all,
        demonyms: demonyms.split(",").filter(Boolean),
        seats: seats.split(",").filter(Boolean),
      };
    });
}

const byName = new Map<string, string>();
const byDemonym = new Map<string, string>();
const bySeat = new Map<string, string>();
for (const country of readLines()) {
  for (const name of country.names) byName.set(name.toLowerCase(), country.name);
  for (const demonym of country.demonyms) byDemonym.set(demonym.toLowerCase(), country.name);
  for (const seat of country.seats) bySeat.set(seat.toLowerCase(), country.name);
}

/** Country (its short name) by one of its names, "the" left off, any case; null where unknown. */
export function countryByName(name: string): string | null {
  return byName.get(name.toLowerCase()) ?? null;
}

/** Country by demonym: "Russian", "Russians" → "Russia". */
export function countryByDemonym(word: string): string | null {
  const key = word.toLowerCase();
  return byDemonym.get(key) ?? (key.endsWith("s") ? (byDemonym.get(key.slice(0, -1)) ?? null) : null);
}

/** Country by capital or seat: "Moscow", "White House" → the country whose government is meant. */
export function countryBySeat(name: string): string | null {
  return bySeat.get(name.toLowerCase()) ?? null;
}
