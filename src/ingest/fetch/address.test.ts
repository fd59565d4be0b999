import { describe, expect, it } from "vitest";
import { isPublicAddress } from "./address.ts";
import { standardPolicy } from "./policy.ts";
import { checkUrl, resolveTarget } from "./target.ts";

describe("addresses", () => {
  it("are public where they belong to the internet at large", () => {
    for (const address of [
      "93.184.215.14",
      "8.8.8.8",
      "223.255.255.1",
      "2a00:1450:4001:82a::200e",
      "2606:4700::1111",
    ])
      expect(`${address} ${isPublicAddress(address)}`).toBe(`${address} true`);
  });

  it("are none where they have a purpose of their own, in any form", () => {
    const refused = [
      ...["0.0.0.0", "0.1.2.3", "10.0.0.1", "127.0.0.1", "127.8.8.8", "169.254.169.254", "172.16.0.1"],
      ...["172.31.255.255", "192.168.1.1", "100.64.0.1", "100.127.255.254", "192.0.0.8", "192.0.2.1"],
      ...["198.18.0.1", "198.51.100.7", "203.0.113.9", "224.0.0.1", "239.255.255.250", "240.0.0.1"],
      ...[
        "255.255.255.255",
        "192.88.99.1",
        "::",
        "::1",
        "fe80::1",
        "fe80::1%eth0",
        "fc00::1",
        "fd12:3456::1",
      ],
      ...[
        "fec0::1",
        "ff02::1",
        "::ffff:10.0.0.1",
        "::ffff:8.8.8.8",
        "::7f00:1",
        "::127.0.0.1",
        "64:ff9b::a00:1",
      ],
      ...[
        "64:ff9b::8.8.8.8",
        "64:ff9b:1::1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "100::1",
        "::ffff:0:a00:1",
      ],
      ...["3fff::1", "4000::1", "", "localhost", "1.2.3", "01.2.3.4x"],
    ];
    for (const address of refused) expect(`${address} ${isPublicAddress(address)}`).toBe(`${address} false`);
  });
});

const codeOf = async (run: () => unknown): Promise<string | null> => {
  try {
    await run();
    return null;
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
};

describe("URLs", () => {
  const check = (address: string) => codeOf(() => checkUrl(address, standardPolicy));

  it("are refused by their form", async () => {
    expect(await check("file:///etc/passwd")).toBe("URL_INVALID");
    expect(await check("ftp://quaypost.example/a")).toBe("URL_INVALID");
    expect(await check("http://")).toBe("URL_INVALID");
    expect(await check("http://[::1")).toBe("URL_INVALID");
    expect(await check("https://ann:secret@quaypost.example/")).toBe("URL_CREDENTIALS");
    expect(await check("https://ann@quaypost.example/")).toBe("URL_CREDENTIALS");
    for (const port of [22, 25, 6379, 8080, 444, 0])
      expect(await check(`http://quaypost.example:${port}/`)).toBe("URL_PORT");
    expect(await check("http://quaypost.example:443/")).toBeNull();
  });

  it("keep no fragment, which is nobody's but the reader's", () => {
    expect(checkUrl("https://quaypost.example/a?b#c", standardPolicy).href).toBe(
      "https://quaypost.example/a?b",
    );
  });

  it("are refused by the address they mean, however it is written", async () => {
    const hosts = [
      ...[
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "0",
        "localhost.",
        "[::1]",
        "[::ffff:127.0.0.1]",
      ],
      ...["[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "169.254.169.254", "[fe80::1]", "10.0.0.8", "①②⑦.0.0.1"],
    ];
    for (const host of hosts) {
      const policy = {
        ...standardPolicy,
        resolve: async () => [{ address: "127.0.0.1", family: 4 as const }],
      };
      expect(
        `${host} ${await codeOf(() => resolveTarget(checkUrl(`http://${host}/`, policy), policy))}`,
      ).toBe(`${host} URL_PRIVATE`);
    }
  });

  it("are refused where one of several addresses is private, and where there is none", async () => {
    const url = new URL("https://quaypost.example/");
    const to = (...addresses: string[]) => ({
      ...standardPolicy,
      resolve: async () =>
        addresses.map((address) => ({
          address,
          family: address.includes(":") ? (6 as const) : (4 as const),
        })),
    });
    expect(await codeOf(() => resolveTarget(url, to("93.184.215.14", "10.0.0.1")))).toBe("URL_PRIVATE");
    expect(await codeOf(() => resolveTarget(url, to("93.184.215.14", "::1")))).toBe("URL_PRIVATE");
    expect(await codeOf(() => resolveTarget(url, to()))).toBe("URL_UNKNOWN_HOST");
    expect((await resolveTarget(url, to("93.184.215.14"))).addresses).toHaveLength(1);
  });
});
