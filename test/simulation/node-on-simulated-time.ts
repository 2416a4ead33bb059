/**
 * Two things that node does by itself, outside of the timers that a simulation owns: waits of
 * `node:timers/promises`, and compression on other threads. Imported before all that uses them.
 */
import { syncBuiltinESMExports } from "node:module";
import timers from "node:timers/promises";
import zlib from "node:zlib";

type Done = (error: Error | null, bytes: Buffer) => void;

const wait = <T>(milliseconds?: number, value?: T) =>
  new Promise<T | undefined>((resolve) => {
    setTimeout(() => resolve(value), milliseconds);
  });

function gzip(bytes: Buffer, options: zlib.ZlibOptions, done: Done): void {
  done(null, zlib.gzipSync(bytes, options));
}

function gunzip(bytes: Buffer, done: Done): void {
  done(null, zlib.gunzipSync(bytes));
}

Object.assign(timers, { setTimeout: wait });
Object.assign(zlib, { gzip, gunzip });
syncBuiltinESMExports();
