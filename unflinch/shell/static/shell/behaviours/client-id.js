// The id of the fact is drawn where the form opens, so that a page out of a cache never repeats one.
export function clientId(field) {
  if (crypto.randomUUID) field.value = crypto.randomUUID();
}
