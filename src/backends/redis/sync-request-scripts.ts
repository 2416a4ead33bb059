/**
 * The steps of `sync-requests.ts`, each as one Lua script. A repository is a hash, of which no key
 * outlives its last job:
 *
 *   installation, owner, name   its address, as last heard
 *   state                       settling, running, later or backing-off
 *   first, due                  when the settling began; when the next job may begin (ms since 1970)
 *   requested                   1 where a request came since a job last took the hints
 *   run                         names the job that runs: what an earlier one says no longer counts
 *   failures, deaths            jobs in a row that failed; that never ended, because their worker died
 *   sequence                    of the last hint
 *
 * with two sorted sets of hints beside it, by their sequence: those waiting, and those that a job has
 * taken and not yet finished with. The set "pending" holds every repository that has such a hash, by
 * its due time.
 */
import { luaScript } from "./lua-script.ts";

/**
 * Keys: repository, waiting hints, pending. Values: now, settle, settle at most, the repository's key,
 * installation, owner, name, hints… Returns when to wake a worker, or nil where one will come anyway.
 */
export const addRequest = luaScript(`
local repository, hints, pending = KEYS[1], KEYS[2], KEYS[3]
local now, settle, atMost = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
redis.call('HSET', repository, 'installation', ARGV[5], 'owner', ARGV[6], 'name', ARGV[7])
redis.call('HSET', repository, 'requested', 1)
for i = 8, #ARGV do
  local sequence = redis.call('HINCRBY', repository, 'sequence', 1)
  redis.call('ZADD', hints, 'NX', sequence, ARGV[i])
end
local state = redis.call('HGET', repository, 'state')
local due = tonumber(redis.call('HGET', repository, 'due'))
if state == 'running' then return nil end
local begins = not state or state == 'later'
if begins then
  due = now + math.min(settle, atMost)
  redis.call('HSET', repository, 'state', 'settling', 'first', now, 'due', due)
elseif due <= now then
  return due
elseif state == 'settling' then
  due = math.min(now + settle, tonumber(redis.call('HGET', repository, 'first')) + atMost)
  redis.call('HSET', repository, 'due', due)
end
redis.call('ZADD', pending, due, ARGV[4])
if begins then return due end
return nil
`);

/**
 * Keys: repository, waiting hints, taken hints. Values: now, the run's name. Returns {"nothing"},
 * {"early", due} or {"taken", installation, owner, name, failures, deaths, hints}; deaths is 0 unless
 * the run before never ended.
 */
export const takeRequest = luaScript(`
local repository, hints, taken = KEYS[1], KEYS[2], KEYS[3]
local state = redis.call('HGET', repository, 'state')
if not state then return {'nothing'} end
local deaths = 0
if state == 'running' then
  deaths = redis.call('HINCRBY', repository, 'deaths', 1)
else
  local due = tonumber(redis.call('HGET', repository, 'due'))
  if due > tonumber(ARGV[1]) then return {'early', due} end
end
redis.call('ZUNIONSTORE', taken, 2, taken, hints, 'AGGREGATE', 'MIN')
redis.call('DEL', hints)
redis.call('HSET', repository, 'state', 'running', 'run', ARGV[2], 'requested', 0)
local known = redis.call('HMGET', repository, 'installation', 'owner', 'name', 'failures')
return {'taken', known[1], known[2], known[3], known[4] or '0', deaths,
  redis.call('ZRANGE', taken, 0, -1)}
`);

/**
 * Keys: repository, taken hints, pending. Values: now, the run's name, settle, the repository's key,
 * "done", "later" or "retry", milliseconds. Returns when the next job is due, nil where there is none,
 * and -1 where another run has begun since.
 */
export const endRequest = luaScript(`
local repository, taken, pending = KEYS[1], KEYS[2], KEYS[3]
local now, milliseconds = tonumber(ARGV[1]), tonumber(ARGV[6])
if redis.call('HGET', repository, 'run') ~= ARGV[2] then return -1 end
redis.call('HDEL', repository, 'run')
local due
if ARGV[5] == 'retry' then
  due = now + milliseconds
  redis.call('HINCRBY', repository, 'failures', 1)
  redis.call('HSET', repository, 'state', 'backing-off', 'due', due)
else
  redis.call('DEL', taken)
  redis.call('HDEL', repository, 'failures', 'deaths')
  if redis.call('HGET', repository, 'requested') == '1' then
    due = now + tonumber(ARGV[3])
    redis.call('HSET', repository, 'state', 'settling', 'first', now, 'due', due)
  elseif ARGV[5] == 'later' then
    due = now + milliseconds
    redis.call('HSET', repository, 'state', 'later', 'due', due)
  else
    redis.call('DEL', repository)
    redis.call('ZREM', pending, ARGV[4])
    return nil
  end
end
redis.call('ZADD', pending, due, ARGV[4])
return due
`);
