import { describe, expect, test } from "vitest";
import { allows, type Caller, many, none, one, permit, type Scope } from "#lib/scope.ts";

const kauri: Scope = { userId: "mere", tenantId: "kauri", permissions: ["tenants:read", "reports:read", "reports:write"], via: "session" };
const rimu: Scope = { userId: "mere", tenantId: "rimu", permissions: ["tenants:read"], via: "session" };
const caller: Caller = { id: "session", userId: "mere", permissions: ["keys:manage"], scopes: [kauri, rimu] };

describe("one organisation", () => {
  test("is the scope the caller has there", () => {
    expect(one(caller, "reports:read", { tenantId: "kauri" })).toBe(kauri);
  });

  test("that is not theirs is refused like one that is not there", () => {
    const refusal = { reason: "notFound", message: "There is no such organisation, or it is not yours." };
    expect(() => one(caller, "reports:read", { tenantId: "totara" })).toThrow(expect.objectContaining(refusal));
  });

  test("without the permission there is refused naming it, although they have it elsewhere", () => {
    const refusal = { reason: "forbidden", message: "This needs the permission reports:read." };
    expect(() => one(caller, "reports:read", { tenantId: "rimu" })).toThrow(expect.objectContaining(refusal));
  });
});

describe("many organisations", () => {
  test("are all those where the caller has the permission, when none is named", () => {
    expect(many(caller, "reports:read", {})).toEqual([kauri]);
    expect(many(caller, "tenants:read", {})).toEqual([kauri, rimu]);
    expect(many(caller, "sync:write", {})).toEqual([]);
  });

  test("that are named are each checked", () => {
    expect(many(caller, "tenants:read", { tenantId: ["rimu", "kauri"] })).toEqual([rimu, kauri]);
    expect(() => many(caller, "reports:read", { tenantId: ["kauri", "rimu"] })).toThrow("This needs the permission reports:read.");
    expect(() => many(caller, "tenants:read", { tenantId: ["kauri", "totara"] })).toThrow("There is no such organisation");
  });
});

describe("a permission", () => {
  test("over several organisations must hold in every one", () => {
    expect(allows([kauri], "reports:read")).toBe(true);
    expect(allows([kauri, rimu], "reports:read")).toBe(false);
  });

  test("of a caller at large holds when they have it, or have it somewhere", () => {
    expect([allows(none(caller), "keys:manage"), allows(caller, "reports:read"), allows(caller, "members:manage")]).toEqual([true, true, false]);
    expect(() => permit(caller, "members:manage")).toThrow("This needs the permission members:manage.");
  });
});
