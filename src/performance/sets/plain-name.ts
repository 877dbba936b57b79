/** How the name or title of a set is compared: whatever the capitals, spaces and hyphens. */
export const plainName = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
