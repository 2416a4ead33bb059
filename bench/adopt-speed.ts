/**
 * `npm run bench:lint`: how long it takes to propose regions for a long plan, written by hand: the plans of
 * `test/cases/plans`, one behind the other, until they are as long as the longest known. In processor time, of a
 * process that has done nothing before, as on the command line.
 */
import { readdirSync, readFileSync } from "node:fs";
import { adoptInto, encode, m2Plan } from "../test/adopt/adoption.ts";

const length = 178_000;
const most = 1_500;
const plans = new URL("../test/cases/plans/", import.meta.url);

const texts = readdirSync(plans)
  .sort()
  .map((name) => readFileSync(new URL(name, plans), "utf8"));
const text = [...texts, ...texts].join("\n\n").slice(0, length);
const before = process.cpuUsage();
const { proposals, left } = adoptInto(m2Plan, "M2 Data Foundations", encode(text));
const { user, system } = process.cpuUsage(before);
const taken = (user + system) / 1000;
const what = `adopting ${length / 1000} kB, ${proposals.length + left.length} passages`;
const verdict = taken < most ? "" : ", TOO SLOW";
console.log(`${what.padEnd(36)} ${taken.toFixed(0).padStart(6)} ms of ${most}${verdict}`);
