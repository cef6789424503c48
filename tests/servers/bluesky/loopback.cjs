// Loaded before all else: whoever listens without naming a host listens on this machine alone.
const net = require('node:net')
const listen = net.Server.prototype.listen

net.Server.prototype.listen = function (first, ...rest) {
  if (first !== null && typeof first === 'object') {
    const named = first.host || first.path || first.fd !== undefined || !('port' in first)
    return listen.call(this, named ? first : { ...first, host: '127.0.0.1' }, ...rest)
  }
  const port = Number(first ?? 0)
  if (Number.isNaN(port) || typeof rest[0] === 'string') return listen.call(this, first, ...rest)
  return listen.call(this, { port, host: '127.0.0.1' }, ...rest.filter((one) => typeof one === 'function'))
}
