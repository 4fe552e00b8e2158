// What a process of the core does, as a table of tries: answers what it was sent, and with it what it sees of the world.

const port = process.parentPort;
const send = (message) => {
  if (port === undefined) process.send(message);
  else port.postMessage(message);
};

function answer(message) {
  if (message.exit !== undefined) process.exit(message.exit);
  if (message.busy === true) for (;;);
  if (message.say !== undefined) process.stdout.write(message.say);
  send({ ...message, env: { ...process.env }, words: process.argv.slice(2) });
}

if (port === undefined) process.on('message', answer);
else port.on('message', ({ data }) => answer(data));
