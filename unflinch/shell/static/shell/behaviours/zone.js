// The time zone that the phone is set to, so that nobody has to know its name.
export function zone(field) {
  field.value ||= Intl.DateTimeFormat().resolvedOptions().timeZone ?? "";
}
