/** Key of an emergency, as absences name it: "emergency-2026-08-03-bridge-collapse". */
export function emergencyKey(firstDay: string, name: string): string {
  const words = name
    .normalize('NFKD')
    .replaceAll(/\p{Diacritic}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-');
  return `emergency-${firstDay}-${words}`.slice(0, 80).replaceAll(/-+$/g, '');
}
