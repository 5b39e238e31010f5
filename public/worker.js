// The web worker: one task in, one outcome out, both as bytes. The page ends it afterwards, and its memory with it; one
// that scans does so many times.
import start, { perform } from "./heavy.js";

const started = start();

onmessage = async ({ data: task }) => {
  try {
    await started;
  } catch {
    postMessage("cannot start");
    return;
  }
  try {
    const outcome = perform(task);
    task.fill(0);
    postMessage(outcome, [outcome.buffer]);
  } catch {
    postMessage("stopped");
  }
};
