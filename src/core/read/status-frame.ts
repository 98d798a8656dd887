/** The head of `systemctl status`: `● docker.service - ...`, `Loaded: ...`, `Active: ...`. */
const header = /^\s*(?:[●○×↻*x�]\s+|\W{0,3}\s?)([\w@.:\\-]+\.(?:service|socket|mount|target))(?: - .*)?$/;
const loaded = /^\s*Loaded: /;
const told = /^\s*(?:Loaded|Active|Process|Main PID|Main process|Status|Error|Condition|Result): /;
const silent =
  /^\s*(?:Drop-In|Docs|Tasks|Memory|CPU|CGroup|TriggeredBy|Triggers|Listen|Duration|Invocation|Accepted|IO|IP|FD Store|Since|Trigger|Until|Transient|Follow):|^\s*[├└│|`]|^\s+(?:https?|man):\S+$/;

export const unitOfHeader = (text: string): string | undefined => header.exec(text)?.[1];

/** told: a line about the unit. silent: part of the status view, says nothing. */
export const statusLine = (text: string): 'told' | 'silent' | undefined => {
  if (told.test(text)) return 'told';
  return silent.test(text) ? 'silent' : undefined;
};

export const isLoadedLine = (text: string): boolean => loaded.test(text);
