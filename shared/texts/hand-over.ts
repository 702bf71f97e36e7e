/**
 * How a secret is handed over while somebody else may see the screen.
 *
 * Keys end in what the hand-over tells: a way, why a way is closed, what happens now, or what became of typing, copying and showing.
 */
export const handOverTexts = {
  en: {
    'hand-over/way/into-field': 'Click into the password box of the sync tool. The password is typed there without being shown.',
    'hand-over/way/clipboard':
      'The password is put on the clipboard for 20 seconds, to be pasted where it belongs. It is kept out of the clipboard history.',
    'hand-over/way/protected-window': 'The password is shown in a small window that screen sharing does not show.',
    'hand-over/way/while-paused':
      'The password is shown in a small window. It is not proven that screen sharing does not show it, so leave the share paused until the window is gone.',
    'hand-over/way/pause-share': 'Pause the screen share, or end the remote session and sign in at the machine itself. Then try again.',
    'hand-over/way/elsewhere': 'Go on in the desktop app on this server. It uses the same keychain as long as the same account starts it.',
    'hand-over/nowhere/line': 'Passwords are handed over on Windows only: elsewhere it cannot be proven who else sees them.',
    'hand-over/nowhere/next':
      'Nothing is typed, copied or shown here. Open the desktop app on the Windows server that the password belongs to.',
    'hand-over/advice/turn-remote-control-off': 'First ask the other side to give up the control of this machine.',
    'hand-over/closed/host-crosses-wire': 'A password is never sent to a browser.',
    'hand-over/closed/host-has-no-window': 'A terminal has no protected window.',
    'hand-over/closed/no-desktop': 'This session has no desktop.',
    'hand-over/closed/program-not-known': 'It is not known which program your password manager is, so nothing is typed into its window.',
    'hand-over/closed/field-not-proven': 'It could not be proven that this is the password box of the sync tool.',
    'hand-over/closed/window-not-proven': 'It could not be proven that screen sharing does not show the protected window.',
    'hand-over/closed/display-remote-session': 'This is a remote session: whoever looks at it sees every window.',
    'hand-over/closed/display-remote-controlled': 'Somebody looks at this session from another one.',
    'hand-over/closed/display-virtual-machine': 'This is a virtual machine: its screen is shown by the machine below it.',
    'hand-over/closed/display-unknown': 'It could not be read where this screen is shown.',
    'hand-over/closed/clipboard-remote-session': 'A remote session may share the clipboard with the computer at the other end.',
    'hand-over/closed/clipboard-remote-controlled': 'Somebody looks at this session from another one and may share its clipboard.',
    'hand-over/closed/clipboard-shared-with-client': 'The clipboard is shared with the computer at the other end of the remote session.',
    'hand-over/closed/clipboard-shared-with-host': 'The clipboard is shared with the machine below this virtual machine.',
    'hand-over/closed/clipboard-remote-tool': 'A remote-access tool runs and may carry the clipboard to the other side.',
    'hand-over/closed/clipboard-unknown': 'It could not be read who shares the clipboard.',
    'hand-over/field/nothing-focused': 'No field has the cursor. Click into the password box.',
    'hand-over/field/other-program': 'The cursor is in another program. Nothing was typed.',
    'hand-over/field/no-password-box': 'The cursor is not in a password box that hides what is typed. Nothing was typed.',
    'hand-over/field/locked': 'The password box takes no input. Nothing was typed.',
    'hand-over/field/higher-integrity': 'The sync tool runs with more rights than this program. Start this program as administrator.',
    'hand-over/field/key-held': 'A key such as Shift or Ctrl is held down. Let go of it and try again.',
    'hand-over/field/not-empty': 'The password box is not empty. Delete what is in it, then try again.',
    'hand-over/field/focus-moved': 'The cursor moved. Nothing was typed.',
    'hand-over/field/ended': 'The hand-over was called off. Nothing was typed.',
    'hand-over/field/not-told': 'Windows did not tell what is needed for the proof. Nothing was typed.',
    'hand-over/typed/verified': 'Typed: {{length}} characters, and the field holds as many.',
    'hand-over/typed/unverified': 'Typed: {{length}} characters. The field does not tell how many it holds.',
    'hand-over/typed/cut-short':
      'The field holds {{inField}} of {{length}} characters. Make a shorter password, or empty the field and try again.',
    'hand-over/typed/blocked': 'Windows took {{accepted}} of {{length}} characters. Empty the field and try again.',
    'hand-over/typed/moved':
      'The cursor left while typing: {{accepted}} of {{length}} characters were typed, {{inField}} of them reached the field. The others went elsewhere, so make a new password.',
    'hand-over/typed/moved-not-told':
      'The cursor left while typing: {{accepted}} of {{length}} characters were typed, and it is not known where they went. Make a new password.',
    'hand-over/step/into-field': 'Waiting for the password box: click into it now.',
    'hand-over/step/clipboard': 'The password is on the clipboard. Paste it now.',
    'hand-over/step/protected-window':
      'The protection of the window is tested first. Then the password is shown until you leave that window.',
    'hand-over/window/drawn': 'The password was shown and is off the screen again.',
    'hand-over/window/nothing-captured': 'The screen could not be captured, so the protection is not proven. Nothing was shown.',
    'hand-over/window/ordinary-window-not-seen':
      'The test did not find its own window on the screen, so the protection is not proven. Nothing was shown. Move other windows aside and try again.',
    'hand-over/window/protected-window-seen': 'A capture of the screen shows the protected window. Nothing of the password was shown.',
    'hand-over/window/protected-window-not-painted': 'The protected window was not drawn in time for its test. Nothing was shown.',
    'hand-over/window/no-affinity': 'Windows does not confirm that the window is kept out of captures. Nothing was shown.',
    'hand-over/window/no-main-window': 'The window of this app is not on the screen. Nothing was shown.',
    'hand-over/window/no-window': 'This program has no protected window here. Nothing was shown.',
    'hand-over/window/closed': 'The protected window was closed before anything was shown.',
    'hand-over/secret/busy': 'Another password is being handed over. Take that one back first.',
    'hand-over/secret/empty': 'This entry is empty.',
    'hand-over/secret/too-long': 'This entry is longer than any password that can be handed over.',
    'hand-over/secret/control-character': 'This entry holds a control character, which would be pressed as a key. It is not handed over.',
    'hand-over/secret/broken-text': 'This entry is no readable text. It is not handed over.',
    'hand-over/clipboard/refused': 'Another program holds the clipboard. Try again.',
    'hand-over/clipboard/failed': 'Windows did not put the password on the clipboard: {{call}}, code {{code}}. Try again.',
    'hand-over/clipboard/emptied': 'The clipboard was emptied.',
    'hand-over/clipboard/replaced': 'Something else was copied meanwhile, and was left there.',
    'hand-over/clipboard/left': 'The password is still on the clipboard: copy any other text now.',
  },
  de: {
    'hand-over/way/into-field': 'Klicken Sie in das Passwortfeld des Sync-Tools. Das Passwort wird dort getippt, ohne angezeigt zu werden.',
    'hand-over/way/clipboard':
      'Das Passwort liegt 20 Sekunden in der Zwischenablage, um dort eingefügt zu werden, wo es hingehört. In den Verlauf der Zwischenablage kommt es nicht.',
    'hand-over/way/protected-window': 'Das Passwort steht in einem kleinen Fenster, das eine Bildschirmfreigabe nicht zeigt.',
    'hand-over/way/while-paused':
      'Das Passwort steht in einem kleinen Fenster. Dass eine Bildschirmfreigabe es nicht zeigt, ist nicht bewiesen; lassen Sie sie deshalb angehalten, bis das Fenster weg ist.',
    'hand-over/way/pause-share':
      'Halten Sie die Bildschirmfreigabe an, oder beenden Sie die Remotesitzung und melden Sie sich direkt an der Maschine an. Versuchen Sie es dann erneut.',
    'hand-over/way/elsewhere':
      'Machen Sie in der Desktop-App auf diesem Server weiter. Sie verwendet denselben Schlüsselbund, wenn dasselbe Konto sie startet.',
    'hand-over/nowhere/line':
      'Passwörter werden nur unter Windows übergeben: Anderswo lässt sich nicht beweisen, wer sie sonst noch sieht.',
    'hand-over/nowhere/next':
      'Hier wird nichts getippt, kopiert oder angezeigt. Öffnen Sie die Desktop-App auf dem Windows-Server, zu dem das Passwort gehört.',
    'hand-over/advice/turn-remote-control-off': 'Bitten Sie die Gegenseite zuerst, die Steuerung dieser Maschine abzugeben.',
    'hand-over/closed/host-crosses-wire': 'Ein Passwort wird nie an einen Browser gesendet.',
    'hand-over/closed/host-has-no-window': 'Ein Terminal hat kein geschütztes Fenster.',
    'hand-over/closed/no-desktop': 'Diese Sitzung hat keinen Desktop.',
    'hand-over/closed/program-not-known':
      'Welches Programm Ihr Passwortmanager ist, ist nicht bekannt; deshalb wird in sein Fenster nichts getippt.',
    'hand-over/closed/field-not-proven': 'Es ließ sich nicht beweisen, dass dies das Passwortfeld des Sync-Tools ist.',
    'hand-over/closed/window-not-proven': 'Es ließ sich nicht beweisen, dass eine Bildschirmfreigabe das geschützte Fenster nicht zeigt.',
    'hand-over/closed/display-remote-session': 'Dies ist eine Remotesitzung: Wer sie sieht, sieht jedes Fenster.',
    'hand-over/closed/display-remote-controlled': 'Jemand sieht diese Sitzung aus einer anderen.',
    'hand-over/closed/display-virtual-machine': 'Dies ist eine virtuelle Maschine: Ihren Bildschirm zeigt die Maschine darunter.',
    'hand-over/closed/display-unknown': 'Es ließ sich nicht lesen, wo dieser Bildschirm gezeigt wird.',
    'hand-over/closed/clipboard-remote-session': 'Eine Remotesitzung kann die Zwischenablage mit dem Rechner am anderen Ende teilen.',
    'hand-over/closed/clipboard-remote-controlled': 'Jemand sieht diese Sitzung aus einer anderen und kann ihre Zwischenablage teilen.',
    'hand-over/closed/clipboard-shared-with-client': 'Die Zwischenablage wird mit dem Rechner am anderen Ende der Remotesitzung geteilt.',
    'hand-over/closed/clipboard-shared-with-host': 'Die Zwischenablage wird mit der Maschine unter dieser virtuellen Maschine geteilt.',
    'hand-over/closed/clipboard-remote-tool': 'Ein Fernzugriffsprogramm läuft und kann die Zwischenablage zur Gegenseite tragen.',
    'hand-over/closed/clipboard-unknown': 'Es ließ sich nicht lesen, wer die Zwischenablage teilt.',
    'hand-over/field/nothing-focused': 'Kein Feld hat den Cursor. Klicken Sie in das Passwortfeld.',
    'hand-over/field/other-program': 'Der Cursor steht in einem anderen Programm. Es wurde nichts getippt.',
    'hand-over/field/no-password-box': 'Der Cursor steht in keinem Passwortfeld, das die Eingabe verdeckt. Es wurde nichts getippt.',
    'hand-over/field/locked': 'Das Passwortfeld nimmt keine Eingabe an. Es wurde nichts getippt.',
    'hand-over/field/higher-integrity':
      'Das Sync-Tool läuft mit mehr Rechten als dieses Programm. Starten Sie dieses Programm als Administrator.',
    'hand-over/field/key-held': 'Eine Taste wie Umschalt oder Strg ist gedrückt. Lassen Sie sie los und versuchen Sie es erneut.',
    'hand-over/field/not-empty': 'Das Passwortfeld ist nicht leer. Löschen Sie den Inhalt und versuchen Sie es erneut.',
    'hand-over/field/focus-moved': 'Der Cursor hat gewechselt. Es wurde nichts getippt.',
    'hand-over/field/ended': 'Die Übergabe wurde abgebrochen. Es wurde nichts getippt.',
    'hand-over/field/not-told': 'Windows hat nicht gesagt, was für den Beweis nötig ist. Es wurde nichts getippt.',
    'hand-over/typed/verified': 'Getippt: {{length}} Zeichen, und das Feld enthält ebenso viele.',
    'hand-over/typed/unverified': 'Getippt: {{length}} Zeichen. Das Feld sagt nicht, wie viele es enthält.',
    'hand-over/typed/cut-short':
      'Das Feld enthält {{inField}} von {{length}} Zeichen. Erzeugen Sie ein kürzeres Passwort, oder leeren Sie das Feld und versuchen Sie es erneut.',
    'hand-over/typed/blocked':
      'Windows hat {{accepted}} von {{length}} Zeichen angenommen. Leeren Sie das Feld und versuchen Sie es erneut.',
    'hand-over/typed/moved':
      'Der Cursor hat während des Tippens gewechselt: {{accepted}} von {{length}} Zeichen wurden getippt, {{inField}} davon kamen im Feld an. Die übrigen gingen woandershin, erzeugen Sie deshalb ein neues Passwort.',
    'hand-over/typed/moved-not-told':
      'Der Cursor hat während des Tippens gewechselt: {{accepted}} von {{length}} Zeichen wurden getippt, und wohin sie gingen, ist nicht bekannt. Erzeugen Sie ein neues Passwort.',
    'hand-over/step/into-field': 'Warten auf das Passwortfeld: Klicken Sie jetzt hinein.',
    'hand-over/step/clipboard': 'Das Passwort liegt in der Zwischenablage. Fügen Sie es jetzt ein.',
    'hand-over/step/protected-window':
      'Zuerst wird geprüft, ob das Fenster geschützt ist. Dann steht das Passwort dort, bis Sie das Fenster verlassen.',
    'hand-over/window/drawn': 'Das Passwort wurde gezeigt und ist wieder vom Bildschirm.',
    'hand-over/window/nothing-captured':
      'Der Bildschirm ließ sich nicht aufnehmen, der Schutz ist also nicht bewiesen. Es wurde nichts gezeigt.',
    'hand-over/window/ordinary-window-not-seen':
      'Die Prüfung fand ihr eigenes Fenster nicht auf dem Bildschirm, der Schutz ist also nicht bewiesen. Es wurde nichts gezeigt. Schieben Sie andere Fenster beiseite und versuchen Sie es erneut.',
    'hand-over/window/protected-window-seen':
      'Eine Aufnahme des Bildschirms zeigt das geschützte Fenster. Vom Passwort wurde nichts gezeigt.',
    'hand-over/window/protected-window-not-painted':
      'Das geschützte Fenster war für seine Prüfung nicht rechtzeitig gezeichnet. Es wurde nichts gezeigt.',
    'hand-over/window/no-affinity': 'Windows bestätigt nicht, dass Aufnahmen das Fenster auslassen. Es wurde nichts gezeigt.',
    'hand-over/window/no-main-window': 'Das Fenster dieser App ist nicht auf dem Bildschirm. Es wurde nichts gezeigt.',
    'hand-over/window/no-window': 'Dieses Programm hat hier kein geschütztes Fenster. Es wurde nichts gezeigt.',
    'hand-over/window/closed': 'Das geschützte Fenster wurde geschlossen, bevor etwas gezeigt wurde.',
    'hand-over/secret/busy': 'Ein anderes Passwort wird gerade übergeben. Nehmen Sie jenes zuerst zurück.',
    'hand-over/secret/empty': 'Dieser Eintrag ist leer.',
    'hand-over/secret/too-long': 'Dieser Eintrag ist länger als jedes Passwort, das übergeben werden kann.',
    'hand-over/secret/control-character':
      'Dieser Eintrag enthält ein Steuerzeichen, das als Taste gedrückt würde. Er wird nicht übergeben.',
    'hand-over/secret/broken-text': 'Dieser Eintrag ist kein lesbarer Text. Er wird nicht übergeben.',
    'hand-over/clipboard/refused': 'Ein anderes Programm hält die Zwischenablage fest. Versuchen Sie es erneut.',
    'hand-over/clipboard/failed':
      'Windows hat das Passwort nicht in die Zwischenablage gelegt: {{call}}, Code {{code}}. Versuchen Sie es erneut.',
    'hand-over/clipboard/emptied': 'Die Zwischenablage wurde geleert.',
    'hand-over/clipboard/replaced': 'Inzwischen wurde etwas anderes kopiert; es wurde nicht angetastet.',
    'hand-over/clipboard/left': 'Das Passwort liegt noch in der Zwischenablage: Kopieren Sie jetzt irgendeinen anderen Text.',
  },
} as const
