// Preloaded into a process of ours: counts what its MongoDB driver sends, by command and collection, and tells whoever asks.
// Mongoose brings a driver of its own.
const { MongoClient } = require(require.resolve('mongodb', { paths: [require.resolve('mongoose')] }));

const counts = {};
const connect = MongoClient.prototype.connect;

function collectionOf({ command, commandName }) {
  return commandName === 'getMore' ? command.collection : command[commandName];
}

MongoClient.prototype.connect = function (...args) {
  this.monitorCommands = true;
  this.on('commandStarted', (event) => {
    const id = event.command.updates?.[0]?.q?._id;
    const detail = id === 'relay-barrier' ? ` ${id}` : '';
    const name = `${event.commandName} ${collectionOf(event)}${detail}`;
    counts[name] = (counts[name] ?? 0) + 1;
  });
  return connect.apply(this, args);
};

process.on('message', () => process.send(counts));
