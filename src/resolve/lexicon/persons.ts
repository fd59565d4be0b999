/**
 * Nouns whose first sense names a person, beside those of nouns.ts: taken from WordNet 3.1 (lexicographer file noun.person), less what is an
 * adjective, a verb or a name as well. WordNet 3.1 Copyright 2011 by Princeton University. All rights reserved. WordNet is provided
 * "as is"; permission to use, copy, modify and distribute it for any purpose and without fee is granted with this notice kept.
 */
export const MORE_PERSON_NOUNS =
  `abbot absentee abuser accomplice accountant acrobat activist addressee adjutant admirer adoptee adventurer adversary agitator alcalde amputee
anarchist ancestor animator annotator announcer antagonist apothecary applicant appointee arbiter archer archivist aristocrat arranger artisan
aspirant assailant assassin astronaut astronomer atheist attacker attendant attendee auctioneer avatar aviator babysitter bachelor bachelorette backer
backpacker bandleader barkeep barnstormer baronet bartender bassist batter bearer beater beau believer belle benefactor betrayer bibliophile bicyclist
bigot bigwig biker billionaire blacksmith blasphemer blowhard boarder boaster bodyguard booker bookkeeper bookmaker boomer borrower botanist bowler
boxer bricklayer bridegroom bridesmaid brigadier buddy buffoon bullfighter bureaucrat burglar butcher butler cabby cadet camper canvasser capitalist
captor caregiver caretaker cartoonist catcher celebrity cellist censor centrist challenger chaplain charlatan charmer chased chaser cheerleader
chieftain churchgoer civilian clairvoyant clarinetist classmate clockmaker clothier coauthor cobbler coder collaborator collector collier colonist
colonizer combatant comforter commandant commando commoner communicator compatriot competitor compiler concubine confessor confidant confidante
connoisseur conqueror conquistador conspirator constructivist consumer contender contestant contrarian contributor copyist cornerback cosmonaut
costumer cottager counsellor counselor counterterrorist courtier cowboy crawler creditor cricketer criminal cruiserweight culprit curate custodian
czar damsel deacon dearest debater debutante defector demagogue denizen dentist deponent detainee detractor devotee diarist dignitary disciple
discoverer dispatcher diver dogsbody donor dotard dowager drafter dramatist dreamer dressmaker drifter drinker dropout drummer dweller earl eater
educator elder elitist emigrant empiricist employer endorser enforcer engraver enrollee entertainer enthusiast entrepreneur environmentalist eremite
escapee escort essayist exile experimenter exploiter exponent exterminator extremist faker falconer farrier fascist feller fellow felon feminist
fencer fiddler fielder fiend filibuster finalist financier finisher fixer flier flunky foe follower foodie footballer forecaster forefather foreigner
forerunner fresher fundamentalist fundraiser gallant gambler gangster gardener gatekeeper geek generalist giver gladiator go-between goalie goaltender
godmother godson golfer gourmet governess grammarian grandparent granduncle granny grantee griot groupie guarantor guerrilla guide guitarist gymnast
hacker haggler halfback handler hanger hardliner harpist hater headliner healer heavyweight heckler helper hermit hiker hippie hipster homemaker
homeopath homeowner hoodlum hooligan hotelier houseguest housekeeper housemaid housewife huckster humanist hunk hypocrite idealist idiot illustrator
impressionist in-law industrialist infant inferior infielder ingenue inhabitant initiator innovator instructor instrumentalist interlocutor interloper
intermediary internationalist intruder invader inventor isolationist janitor jester jogger joker juggler junky jurist kiddie kidnapper killer laborer
labourer landowner landscaper lass lassie laundress lawbreaker leaker learner leftist liar libertarian lifeguard lifter linebacker linguist listener
lodger loner longer lover loyalist lumberjack luminary lyricist machinist madam magnate maid mannequin marathoner marauder marcher mariner marketer
martyr masochist matchmaker mate mater maven medalist mentor merchant messenger mestizo milkmaid millionaire minimalist misogynist mistress mobster
moderate mommy motorcyclist motorist mountaineer mourner murderer murderess musher namesake nanny narcissist narrator nativist naturalist naturopath
navigator naysayer nerd neuroscientist neurosurgeon newbie newcomer ninja nonbeliever novice objector occultist occupant occupier oddball offender
officeholder oligarch opportunist optimist orator originator outfielder outpatient outsider overlord overseer pal panelist papa parachuter paratrooper
pariah parishioner parolee parson participant passerby patriot patron pauper payer peacekeeper peasant pedophile peer percussionist performer
perpetrator personage philanthropist pioneer planter playmate playwright plotter ploughboy pluralist plutocrat poacher pol policyholder politico
polluter polymath pontiff populist possessor practitioner pragmatist preacher predator prefect prelate preservationist priestess probationer prodigy
professional programmer proofreader prophet proponent proprietor prospector protagonist protector protege provocateur psychopath puncher puppeteer
purchaser pursuer questioner quisling quitter racer racialist racist racketeer ragamuffin rainmaker raiser rapist rat-catcher reader realist
receptionist recipient reformer reliever rescuer responder reveler reveller reviewer revisionist rider ringleader robber rocker rogue rollerblader
rookie roommate runner-up samurai satirist saxophonist scapegoat schoolchild schoolmaster schoolmate schoolteacher scion scorer screenwriter scrivener
secularist seeker segregationist semifinalist sender senior sentinel separatist servant settler sexist sharer shopper shortstop showgirl sidekick
sinner sis skateboarder skater skeptic skier skydiver slaveholder slaver smoker smuggler sniper snowboarder socialite sociopath soloist sommelier
songwriter spectator speculator speechwriter spinster sportscaster sprinter spymaster stagehand stakeholder stalker stand-in standard-bearer
storyteller stranger stylist subscriber sucker sufferer suffragan suitor supermodel superstar supremacist suprematist surfboarder surfer surrealist
surveyor survivalist sympathizer tailback tailor taker talker teammate terrorist theologian theorist thief thinker thug toddler tormentor
traditionalist trafficker trailblazer traitor trapper traveler traveller trickster trooper troublemaker trumpeter tutor tycoon tyrant umpire underdog
undersecretary undertaker user vagrant vaulter vegan vegetarian vibraphonist victor victualler viewer vigilante villain violator vocalist waggoner
waltzer wanderer wannabe warbler warden warlord warrior watcher wearer weaver weightlifter welder whiner womanizer wonk worshiper worshipper wrestler
wretch wrongdoer yakuza yearling youngster`.split(/\s+/);
