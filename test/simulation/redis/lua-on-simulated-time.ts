/**
 * Redis has a clock of its own, which a simulation can't own. Scripts get to see another one: `TIME` is what
 * the simulation says, and what is to live for some milliseconds is noted, to be deleted when the
 * simulation's time has come. Lifetimes in seconds are days here, longer than any story, and stay as they are.
 */
import { createHash } from "node:crypto";

const now = "simulation:now";
const ends = "simulation:ends";

/** A local of this name hides the one of Redis from all that follows. */
const prelude = `
local server = redis
local redis = setmetatable({}, {__index = server})
local function simulatedNow() return tonumber(server.call('GET', '${now}')) end
local function setWithLife(key, ...)
  local given, kept, life, i = {...}, {}, nil, 1
  while i <= #given do
    if i > 1 and string.upper(given[i]) == 'PX' then
      life, i = tonumber(given[i + 1]), i + 2
    else
      kept[#kept + 1], i = given[i], i + 1
    end
  end
  local reply = server.call('SET', key, unpack(kept))
  if reply and life then server.call('ZADD', '${ends}', simulatedNow() + life, key)
  elseif reply then server.call('ZREM', '${ends}', key) end
  return reply
end
function redis.call(name, ...)
  local command = string.upper(name)
  if command == 'SET' then return setWithLife(...) end
  if command ~= 'TIME' then return server.call(name, ...) end
  local time = simulatedNow()
  return {tostring(math.floor(time / 1000)), tostring(time % 1000 * 1000)}
end
`;

export function onSimulatedTime(script: string): string {
  return `${prelude}\n${script}`;
}

/** `SET` outside of scripts, with the same meaning. Its arguments are the values. */
export const setScript = onSimulatedTime("return redis.call('SET', unpack(ARGV))");

/** Value: the simulation's time in milliseconds since 1970. Deletes what has lived long enough. */
export const passTime = `
redis.call('SET', '${now}', ARGV[1])
for _, key in ipairs(redis.call('ZRANGEBYSCORE', '${ends}', '-inf', ARGV[1])) do
  redis.call('DEL', key)
  redis.call('ZREM', '${ends}', key)
end
`;

export function shaOf(script: string): string {
  return createHash("sha1").update(script).digest("hex");
}
