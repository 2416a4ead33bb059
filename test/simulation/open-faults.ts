/**
 * What Milepost is known not to keep yet. The simulation looks away there, unless it is told to be strict;
 * who mends a fault takes its line out.
 */
export const openFaults = {
  /** What a person writes between Milepost's last look at a text and its edit of it is lost. */
  writingBetween: true,
  /** Lines that are added to a comment while it runs may be taken as run. */
  editedWhileItRuns: true,
};

export type OpenFaults = Readonly<typeof openFaults>;

export const noOpenFaults: OpenFaults = { writingBetween: false, editedWhileItRuns: false };
