// Reads a binary's bytes from its first section on, as WebAssembly writes numbers (LEB128) and names.
export const reading = (bytes) => {
  const here = {
    at: 8,
    byte: () => bytes[here.at++],
    number: () => {
      let value = 0;
      for (let shift = 0; ; shift += 7) {
        const byte = here.byte();
        value += (byte & 127) * 2 ** shift;
        if (byte < 128) return value;
      }
    },
    text: () => {
      const length = here.number();
      here.at += length;
      return bytes.toString("utf8", here.at - length, here.at);
    },
  };
  return here;
};
