# Die deutschen Wörter, mit denselben Schlüsseln wie en.ftl; dazu die Namen der Befehle (name-…). Niemand wird angeredet:
# Aufforderungen stehen im Infinitiv. Fachwörter: KPI (die), Ziel, Warnschwelle, Perspektive, strategisches Ziel,
# Scorecard, zuständig, Vertretung, Leitung.

## Namen der Befehle, ihrer Optionen und Auswahlen: klein geschrieben, höchstens 32 Zeichen

name-log = eintragen
name-checkin = checkin
name-away = abwesend
name-forget-me = vergiss-mich
name-summary = übersicht
name-scorecard = scorecard
name-perspective = perspektive
name-objective = strategisches-ziel
name-kpi = kpi
name-import = import
name-settings = einstellungen
name-help = hilfe
name-create = anlegen
name-edit = ändern
name-show = zeigen
name-list = liste
name-template = vorlage
name-add = hinzufügen
name-move = verschieben
name-drives = wirkt-auf
name-feeds = speist
name-why = warum
name-archive = archivieren
name-restore = wiederherstellen
name-check = prüfen
name-audit = protokoll
name-person = person
name-noun = art
name-since = seit
name-until = bis
name-target = ziel
name-hand-over = übergeben
name-name = name
name-channel = kanal
name-level = ebene
name-parent = übergeordnet
name-time-zone = zeitzone
name-review = review
name-fiscal-start = geschäftsjahr
name-manager = leitung
name-sponsor = sponsor
name-vision = vision
name-mission = mission
name-weight = gewicht
name-place = platz
name-description = beschreibung
name-owner = zuständig
name-cause = ursache
name-source = quelle
name-into = ziel-darueber
name-effect = wirkung
name-lag = verzögerung
name-remove = entfernen
name-key = kürzel
name-unit = einheit
name-direction = richtung
name-red-flag = warnschwelle
name-frequency = häufigkeit
name-aggregation = zusammenfassung
name-decimals = nachkommastellen
name-deputy = vertretung
name-indicator = indikator
name-baseline = ausgangswert
name-target-low = ziel_unten
name-target-high = ziel_oben
name-red-low = warnschwelle_unten
name-red-high = warnschwelle_oben
name-best-possible = bestmöglich
name-carry-forward = fortschreiben
name-entered-ytd = seit_jahresbeginn
name-available-on = bekannt_am
name-from = ab
name-to = an
name-value = wert
name-period = zeitraum
name-note = notiz
name-view = ansicht
name-file = datei
name-what = inhalt
name-number-format = zahlenformat
name-administrator-role = administratorrolle
name-coverage-floor = abdeckung
name-alert-wait = wartezeit
name-pictures = bilder
name-my-pictures = meine_bilder
name-digest = bericht
name-early = früh
name-meeting = treffen
name-close = schließen
name-open = öffnen
name-reopen = wieder-öffnen
name-add-holidays = feiertage_dazu
name-remove-holidays = feiertage_weg
name-schedule = planen
name-quiet-hours = ruhezeit
name-status = status
name-prompt = anfrage
name-holds = gilt
name-year = jahr
name-phasing = verteilung
name-due = fällig
name-calendar = kalender
name-reason = grund
name-red-note = grund_bei_rot
name-decision = beschluss
name-alerts = warnungen
name-alert = warnung
name-acknowledge = annehmen
name-snooze = zurückstellen
name-comment = kommentar
name-initiative = maßnahme
name-update = aktualisieren
name-start = beginn
name-budget = budget
name-spent = ausgegeben
name-milestones = meilensteine
name-percent = prozent
name-reached = erreicht
name-decisions = beschlüsse
name-text = text
name-outcome = ergebnis
name-state = stand
name-history = verlauf
name-export = export
name-format = format
name-reject = ablehnen
name-formula = formel
name-trend = verlauf
name-map = strategiekarte
name-cascade = kaskade
name-periods = zeiträume
name-kpi-2 = kpi_2
name-kpi-3 = kpi_3
name-kpi-4 = kpi_4
name-kpi-5 = kpi_5
name-kpi-6 = kpi_6
name-visibility = sichtbarkeit
name-take-over = übernehmen
name-reader = leser
name-reader-role = leserrolle
name-remove-reader = leser_entfernen
choice-private = privat
choice-organisation = Organisation
choice-unit = Bereich
choice-department = Abteilung
choice-team = Team
choice-individual = Einzelperson
choice-weekly = wöchentlich
choice-monthly = monatlich
choice-quarterly = vierteljährlich
choice-yearly = jährlich
choice-period = Zeitraum
choice-year-to-date = seit Jahresbeginn
choice-higher = höher ist besser
choice-lower = niedriger ist besser
choice-range = Bereich
choice-yes-no = ja oder nein
choice-sum = Summe
choice-average = Durchschnitt
choice-last = letzter Wert
choice-minimum = kleinster Wert
choice-maximum = größter Wert
choice-leading = vorlaufend
choice-lagging = nachlaufend
choice-settings = Einstellungen
choice-light = hell
choice-dark = dunkel
choice-as-the-server = wie der Server
choice-scorecard = Scorecard
choice-perspective = Perspektive
choice-objective = strategisches Ziel
choice-kpi = KPI
choice-review = Review
choice-decision = Beschluss
choice-alert = Warnung
choice-initiative = Maßnahme
choice-planned = geplant
choice-in-progress = in Arbeit
choice-done = erledigt
choice-dropped = aufgegeben
choice-open = offen
choice-closed = abgeschlossen
choice-kpis = KPIs
choice-actuals = Istwerte
choice-csv = CSV
choice-optional = freiwillig
choice-required = nötig
choice-xlsx = XLSX
choice-from-that-period-on = ab diesem Zeitraum
choice-only-in-that-period = nur in diesem Zeitraum
choice-no-longer-only-in-that-period = nicht mehr nur in diesem Zeitraum
choice-evenly = gleichmäßig
choice-like-last-year = wie im Vorjahr
choice-by-a-list = nach einer Liste

## status, value, period

status-on-target = im Ziel
status-at-risk = gefährdet
status-off-target = Ziel verfehlt
status-no-data = keine Daten
status-not-applicable = entfällt
status-unscored = nicht bewertet
value-yes = ja
value-no = nein
value-points = Punkte
value-range = { $low } bis { $high }
value-red-range = unter { $low } oder über { $high }
period-month = { $month } { $year }
period-quarter = Q{ $quarter } { $year }
period-week = Woche { $week } { $year }
month-1 = Januar
month-2 = Februar
month-3 = März
month-4 = April
month-5 = Mai
month-6 = Juni
month-7 = Juli
month-8 = August
month-9 = September
month-10 = Oktober
month-11 = November
month-12 = Dezember
kind-week = Woche
kind-month = Monat
kind-quarter = Quartal
kind-year = Jahr
date-day = { $day }. { $month } { $year }
value-none = nichts
value-attainment = { $percent } % des Ziels
value-too-high = { $by } zu hoch
value-too-low = { $by } zu niedrig
period-span = { $first } bis { $last }
list-or = { $first } oder { $last }
list-and = { $first } und { $last }
day-ordinal = { $day }.
day-month = { $days } { $month }
list-more = { $count ->
    [one] und 1 weiteres
   *[other] und { $count } weitere
 }
count-kpis = { $count ->
    [0] keine KPIs
    [one] 1 KPI
   *[other] { $count } KPIs
 }
permission-view-channel = Kanal anzeigen
permission-send-messages = Nachrichten senden
permission-embed-links = Links einbetten
permission-attach-files = Dateien anhängen
permission-read-message-history = Nachrichtenverlauf anzeigen
permission-create-public-threads = Öffentliche Threads erstellen
permission-send-messages-in-threads = Nachrichten in Threads senden
change-line = { $field }: { $before } → { $after }
field-name = Name
field-weight = Gewicht
field-place = Platz
field-owner = Zuständig
field-deputy = Vertretung
field-manager = Leitung
field-sponsor = Sponsor
field-description = Beschreibung
field-perspective = Perspektive
field-objective = Strategisches Ziel
field-parent = Teil von
field-level = Ebene
field-channel = Teamkanal
field-visibility = Leserkreis
field-person = Wessen Scorecard
field-reader = Leserin oder Leser
field-counts-in = Zählt in
visibility-open = alle
visibility-private = einzelne
readers-everybody = alle
field-review = Review
field-vision = Vision
field-mission = Mission
field-red-note = Grund bei verfehltem Ziel
field-unit = Einheit
field-decimals = Nachkommastellen
field-direction = Gute Werte
field-frequency = Häufigkeit
field-aggregation = Längere Zeiträume
field-indicator = Indikator
field-baseline = Ausgangswert
field-formula = Formel
field-best-possible = Ziel nicht zu übertreffen
field-carry-forward = Fortgeschrieben
field-entered-ytd = Seit Jahresbeginn eingetragen
field-available-on = Bekannt
field-time-zone = Zeitzone
field-fiscal-start = Geschäftsjahr beginnt im
field-number-format = Zahlen
field-administrator-role = Administration
field-coverage-floor = Gewicht, das vorliegen muss
field-alert-wait = Warnungen warten
field-pictures = Bilder in Kanälen
field-my-pictures = Bilder für dich
field-prompt = Zuständige werden gefragt
field-due = Werte sind fällig
field-digest = Der Bericht erscheint
field-early = Schon, wenn alles da ist
field-meeting = Das Treffen ist
field-quiet-hours = Ruhezeit
field-about = Worum es geht
field-due-on = Fällig
field-outcome = Ergebnis
field-alert-state = Warnung
alert-state-open = offen
alert-state-acknowledged = bestätigt
alert-state-snoozed = zurückgestellt
alert-state-resolved = erledigt
alert-state-withdrawn = zurückgenommen
field-until = Bis
field-status = Stand
field-percent = Erledigt
field-start = Beginn
field-budget = Budget
field-spent = Ausgegeben
field-effect = Erwartet
status-planned = geplant
status-in-progress = in Arbeit
status-done = erledigt
status-dropped = aufgegeben

## error

error-stale-command = Dieser Befehl hat sich geändert, seit Discord ihn geladen hat. Discord neu laden (Strg+R), dann noch einmal versuchen.
error-stale-button = Dieser Knopf stammt von einer älteren Version und bewirkt nichts mehr. Der Befehl, von dem er kam, zeigt einen neuen.
error-internal = Hier ist etwas kaputtgegangen, und nichts wurde geändert. Referenz: `{ $reference }`.
error-left = Du bist nicht mehr auf **{ $server }**, also gibt es dort für dich nichts zu beantworten und nichts zu sehen. Wer dich wieder einlädt, gibt es dir zurück.
error-not-here = Das geht nur auf einem Server, auf dem wir beide sind. Den Befehl in einem seiner Kanäle geben.
error-no-scorecard = Hier gibt es noch keine Scorecard. Wer den Server verwaltet, beginnt eine mit `/scorecard vorlage` oder `/scorecard anlegen`.
error-which-scorecard = Hier gibt es mehrere Scorecards. In der Option `scorecard` steht, welche gemeint ist: { $names }.
error-gone = Das gibt es hier nicht mehr: { $noun }.
error-several = { $typed } gibt es mehrfach ({ $noun }). In der Liste wählen, die sich beim Tippen öffnet.
error-unknown = Nicht gefunden: { $noun } { $typed }. { $hint }
error-did-you-mean = Nicht gefunden: { $noun } { $typed }. Gemeint war vielleicht { $names }.
error-hint-scorecard = `/scorecard liste` zeigt alle.
error-hint-perspective = `/scorecard zeigen` zeigt alle.
error-hint-objective = `/scorecard zeigen` zeigt alle.
error-hint-feed = `/strategisches-ziel zeigen` zeigt, was ein strategisches Ziel speist.
error-hint-anything = `/scorecard zeigen` zeigt alles einer Scorecard.
error-hint-kpi = `/kpi liste` zeigt alle mit ihren Kürzeln.
error-hint-actual = `/kpi zeigen` zeigt die letzten Werte.
error-hint-draft = Den Befehl noch einmal geben.
error-hint-template = Die Liste, die sich beim Tippen öffnet, enthält alle.
error-hint-review = `/übersicht` zeigt den letzten Zeitraum.
error-hint-decision = `/beschluss liste` zeigt die offenen.
error-hint-initiative = `/maßnahme liste` zeigt die offenen.
error-hint-milestone = `/maßnahme zeigen` zeigt sie.
error-hint-alert = `/warnungen liste` zeigt, was offen ist.
noun-scorecard = Scorecard
noun-perspective = Perspektive
noun-objective = strategisches Ziel
noun-feed = Speisung
noun-anything = KPI, Ziel, Perspektive oder Scorecard
noun-kpi = KPI
noun-actual = Wert
noun-draft = Frage
noun-template = Vorlage
noun-review = Review
noun-decision = Beschluss
noun-initiative = Maßnahme
noun-milestone = Meilenstein
noun-alert = Warnung
nouns-scorecard = Scorecards
nouns-perspective = Perspektiven
nouns-objective = strategische Ziele
nouns-feed = Ziele, die eines speisen
nouns-anything = KPIs, Ziele, Perspektiven und Scorecards
nouns-kpi = KPIs
nouns-actual = Werte
nouns-draft = Fragen
nouns-template = Vorlagen
nouns-review = Reviews
nouns-decision = Beschlüsse
nouns-initiative = Maßnahmen
nouns-milestone = Meilensteine
nouns-alert = Warnungen
error-needs-administrator = Das darf nur die Administration: wer die Berechtigung **Server verwalten** hat oder die Rolle, die in `/einstellungen` gewählt ist.
error-needs-manager = Das darf nur die Leitung von { $scorecard }, { $manager }, oder die Administration.
error-needs-owner = Werte von { $kpi } kommen von { $owner } (zuständig), der Vertretung oder der Leitung der Scorecard.
error-needs-owner-none = Für { $kpi } ist niemand zuständig, also trägt nur die Leitung der Scorecard Werte ein.
error-needs-doer = Das kann nur { $owner }, wer es tut, oder die Leitung von { $scorecard }.
error-needs-doer-none = Das kann nur die Leitung von { $scorecard } oder die Administration.
error-needs-keeper = Was für { $about } getan wird, verwaltet { $owner }, zuständig dafür, oder die Leitung von { $scorecard }.
error-needs-keeper-none = Was für { $about } getan wird, verwaltet die Leitung von { $scorecard }, denn niemand ist dafür zuständig.
error-repeated = { $kpi } ist schon im Zeitraum davor entfallen. Ein zweites Mal hintereinander entscheidet die Leitung der Scorecard, { $manager }. `/kpi übergeben` gibt sie jemandem, der einen Wert hat.
error-is-in = { $kpi } ist schon da: { $value }, eingetragen von { $by }, { $at }. `/eintragen` berichtigt den Wert.
error-not-asked = Nach { $kpi } wird für diesen Zeitraum nicht mehr gefragt. `/eintragen` nimmt mit dem Zeitraum noch einen Wert.
error-not-collecting = Der Bericht für { $period } ist schon da. `/review schließen` schließt das Review, und `/review wieder-öffnen` öffnet ein geschlossenes wieder.
error-not-over = { $period } ist noch nicht vorbei. Danach kann das Review geöffnet werden.
error-nothing-to-repeat = Nichts von dem, was fällig ist, kann wie zuletzt sein: Summen werden neu gezählt, und vor einem ersten Wert steht keiner. *Werte eintragen* nimmt sie.
error-new-reader = { $name } liest { $scorecard } nicht, denn sie ist privat. Wer sie liest, entscheidet nur ihre Leitung: { $manager }.
error-consent-asked = { $scorecard } ist privat, und so würden andere ihre Zahl erfahren. Das entscheidet { $name } und wird jetzt gefragt; du hörst, was daraus wird.
error-needs-consent = { $scorecard } ist privat, und so würden andere ihre Zahl erfahren. Das entscheidet nur { $name }.
error-needs-sponsor = Das kann nur, wer Sponsor von { $scorecard } ist, oder die Leitung.
error-still-manages = Du leitest noch { $names }. Zuerst mit `/scorecard ändern` und `leitung` an jemanden übergeben.
error-needs-manager-of = Wann { $name } abwesend ist, sagt { $name } selbst, wer eine Scorecard leitet, in der { $name } für eine KPI zuständig ist, oder die Administration.
error-taken-key = Das Kürzel `{ $name }` ist schon vergeben. Ein anderes wählen.
error-taken = Der Name { $name } ist schon vergeben ({ $noun }). Einen anderen wählen.
error-fixed = { $kpi } hat Werte, also bleiben Einheit, Richtung, Häufigkeit und Zusammenfassung, wie sie sind. Um anders zu messen, mit `/kpi hinzufügen` eine neue KPI beginnen.
error-past = { $period } ist vorbei, und das Ziel bleibt, wie es damals war. Ein neues Ziel kann ab { $running } gelten: `ab` weglassen oder einen späteren Zeitraum wählen. Um trotzdem zu ändern, was vereinbart war, einen Grund angeben.
error-restates = Die Zahlen für { $period } sind veröffentlicht, und das würde sie ändern. Um es trotzdem zu tun, in `grund` sagen, warum: Die veröffentlichten Zahlen bleiben, und Übersichten zeigen beide.
error-no-override = { $period } hat kein eigenes Ziel, also gibt es keines zurückzunehmen. `/kpi zeigen` führt sie auf.
error-read = { $count ->
    [one] { $names } wird aus { $name } berechnet und hätte dann nichts, woraus. Zuerst archivieren oder mit `/kpi ändern formel` eine andere Formel geben.
   *[other] { $count } KPIs werden aus { $name } berechnet und hätten dann nichts, woraus: { $names }. Zuerst archivieren oder mit `/kpi ändern formel` andere Formeln geben.
}
error-year-changed = Frühere Werte von { $kpi } wurden seitdem geändert, daher ist nichts gespeichert. Die Jahressumme noch einmal eintragen.
error-changed-since = Der Wert wurde seitdem geändert und kann nicht mehr zurückgenommen werden. `/eintragen` mit dem richtigen Wert berichtigt ihn.
error-done-since = Es hat sich seitdem geändert und lässt sich nicht mehr zurücknehmen.
error-alert-over = Diese Warnung ist schon vorbei, es gibt nichts zu beantworten.
error-undo-over = Das ließ sich zehn Minuten lang zurücknehmen.
error-no-channel = { $scorecard } hat keinen Teamkanal, also würde es niemand lesen. `/scorecard ändern` gibt ihr einen.
error-too-late = Ein Wert kann zehn Minuten lang zurückgenommen werden. `/eintragen` mit dem richtigen Wert berichtigt ihn; der alte bleibt im Verlauf.
error-when = { $typed } ist kein Tag mit Uhrzeit nach dem Ende eines Zeitraums. Möglich ist etwa `day 1 09:00` oder `business day 5 17:00`.
error-schedule-order = Mit diesen Zeiten kämen die Schritte nach { $period } nicht in ihrer Reihenfolge: Zuständige werden gefragt, dann sind Werte fällig, dann erscheint der Bericht, bevor das nächste Review öffnet.
error-day = { $typed } ist kein Datum. Tage schreiben wie `2026-12-25 2026-12-26`.
error-day-unread = { $typed } ist kein Tag, den ich lesen kann. Möglich sind `2026-12-20`, `20. Dez`, `20.12.`, `Freitag`, `morgen` oder `in 2 Wochen`.
error-day-two = { $typed } ist { $one } oder { $other }. Eindeutig ist `{ $write }`.
error-day-over = { $day } ist vorbei. Nötig ist ein Tag, der noch kommt.
error-blank = Der Text für `{ $field }` ist leer. Nötig sind ein paar Worte.
error-kpi-or-objective = Nötig ist, worum es geht: eine KPI oder ein strategisches Ziel, genau eines von beiden.
error-ends-before-start = Fällig wäre es am { $due }, vor dem Beginn am { $start }.
error-amount = { $typed } ist kein Betrag, den ich lesen kann. Möglich sind `12000`, `12k €` oder `40 Tage`.
error-amount-unit = { $typed } ist kein Betrag in { $unit }, worin diese Maßnahme gezählt wird. Möglich ist `12000`.
error-no-decisions = Ein Review endet mit dem, was es beschlossen hat: in `beschlüsse`, mehrere durch Semikolon getrennt, oder `keine`.
error-too-many-days = Ein Kalender hat höchstens { $most } Feiertage. Zuerst vergangene entfernen.
error-quiet-hours = { $typed } ist keine Zeitspanne. Möglich ist etwa `20:00-07:00` oder `none`.
error-published = Die Zahlen für { $period } sind veröffentlicht, und das würde sie ändern. Um es trotzdem zu tun, sagen, warum: `/eintragen kpi:{ $key } zeitraum:{ $label } grund:…` mit dem Wert. Die veröffentlichten Zahlen bleiben, und Übersichten zeigen beide.
error-not-rejectable = { $kpi } hat dort kein „nicht anwendbar“, das man ablehnen könnte, oder es wurde seitdem geändert.
error-too-much = Das ist mehr, als eine Antwort tragen kann. Eine `scorecard` wählen und eine nach der anderen exportieren.
error-closed = Das Review für { $period } ist geschlossen, die Zahlen sind veröffentlicht. Die Leitung der Scorecard kann einen Wert noch berichtigen.
error-full = Hier sind höchstens { $most } { $nouns } möglich, und so viele gibt es schon.
error-year-to-date = { $kpi } wird als Summe des Jahres bis dahin eingetragen, und diese früheren Perioden haben noch keinen Wert: { $periods }. Zuerst diese eintragen, jede mit der Summe bis zu ihr, oder `n/a: nicht gemessen`, wo es keinen gibt.
error-ytd-needs-sum = Nur Werte, die sich summieren, können seit Jahresbeginn eingetragen werden. Die Zusammenfassung `Summe` wählen oder `seit_jahresbeginn` weglassen.
error-sum-carried = Werte, die sich summieren, würden doppelt zählen, wenn sie fortgeschrieben würden. `fortschreiben` weglassen oder eine andere Zusammenfassung wählen.
error-name-empty = Ein Name braucht mindestens ein sichtbares Zeichen.
error-name-too-long = Dieser Name hat { $length } Zeichen; höchstens { $most } sind möglich.
error-name-hidden = Dieser Name enthält das unsichtbare Zeichen { $found }. Den Namen tippen statt einfügen.
error-name-mention = Ein Name kann nicht **\@everyone** oder **\@here** enthalten. Das weglassen.
error-key-empty = Ein Kürzel braucht mindestens einen Buchstaben oder eine Ziffer, etwa `nps`.
error-key-too-long = Dieses Kürzel hat { $length } Zeichen; höchstens 32 sind möglich, etwa `netto-umsatz`.
error-key-blank = Ein Kürzel hat keine Leerzeichen. Mit Bindestrich schreiben, etwa `netto-umsatz`.
error-key-forbidden = Ein Kürzel kann { $found } nicht enthalten. Es besteht aus Buchstaben, Ziffern, `-`, `_` und `.`, etwa `netto-umsatz`.
error-unit-too-long = Diese Einheit hat { $length } Zeichen; höchstens { $most } sind möglich, etwa `%`, `EUR m` oder `hours`.
error-unit-forbidden = Eine Einheit kann { $found } nicht enthalten. Möglich sind etwa `%`, `EUR m` oder `hours`.
error-value-empty = Für { $kpi } fehlt der Wert. Möglich ist zum Beispiel `{ $example }`.
error-value-not-a-number = { $typed } ist nicht als Zahl lesbar.{ $last } Möglich ist etwa `{ $example }`.
error-value-two-readings = { $typed } kann { $one } oder { $other } heißen.{ $last } `{ $write_one }` oder `{ $write_other }` schreiben oder in `/einstellungen` ein Zahlenformat wählen.
error-value-two-scales = { $typed } kann { $one } oder { $other } heißen.{ $last } `{ $write_one }` oder `{ $write_other }` schreiben.
error-value-last = { $kpi } lag zuletzt bei { $value }.
error-value-unit = { $typed } ist in { $found }, und { $kpi } wird in { $unit } gemessen. Möglich ist etwa `{ $example }`.
error-value-no-unit = { $typed } ist in { $found }, und { $kpi } ist eine reine Zahl. Möglich ist etwa `{ $example }`.
error-value-too-large = { $typed } ist zu groß. Die größte mögliche Zahl ist { $most }.
error-value-decimals = { $typed } hat zu viele Nachkommastellen. Höchstens { $most } sind möglich.
error-value-yes-no = { $kpi } nimmt `ja` oder `nein`, nicht { $typed }.
error-value-reason = *Entfällt* braucht einen Grund, etwa `n/a: Filiale geschlossen`.
error-value-reason-long = Dieser Grund hat { $length } Zeichen; höchstens { $most } sind möglich.
error-computed = { $kpi } wird durch ihre Formel berechnet, also trägt niemand Werte ein. `/kpi zeigen` nennt, was die Formel liest.
error-slower-input = { $input } hat seltener Werte als { $kpi }, also kann eine Formel sie nicht lesen. Was sie liest, hat ebenso oft oder öfter Werte.
error-reads-itself = Die Formel von { $kpi } würde sich selbst lesen. Weglassen, was aus ihr berechnet wird.
error-formula-empty = Eine Formel angeben, etwa `churned / customers * 100`, oder `none`, damit wieder Werte eingetragen werden.
error-formula-too-long = Diese Formel hat { $length } Zeichen; höchstens { $most } sind möglich.
error-formula-unexpected = { $found } ist an dieser Stelle nicht lesbar. Eine Formel besteht aus Kürzeln, Zahlen mit Dezimalpunkt, `+ - * / ( )` und `min max sum avg abs`, etwa `churned / customers * 100`.
error-formula-beside = Zwei KPIs stehen nebeneinander. Dazwischen gehört `+ - *` oder `/`, etwa `churned / customers * 100`.
error-formula-unfinished = Die Formel endet zu früh: Am Ende fehlt ein Kürzel, eine Zahl oder eine Klammer.
error-formula-unknown = Keine KPI hat das Kürzel { $typed }. `/kpi liste` zeigt die Kürzel; eine Formel ist etwa `churned / customers * 100`.
error-formula-arguments = `{ $function }` nimmt nicht so viele Werte. Möglich ist etwa `sum(north, south)`; `abs` nimmt einen.
error-formula-too-deep = Diese Formel hat zu viele Klammern ineinander. Sie auf zwei KPIs verteilen.
error-formula-no-input = Diese Formel liest keine KPI. Mindestens ein Kürzel verwenden, etwa `churned / customers * 100`.
error-formula-inputs = Eine Formel liest höchstens { $most } KPIs. Sie auf mehrere verteilen.
error-target-red-alone = Zu einer Warnschwelle gehört das Ziel. Beide angeben, Ziel und Warnschwelle.
error-target-red-not-lower = Hier ist höher besser, also liegt die Warnschwelle unter dem Ziel: { $red } liegt nicht unter { $target }.
error-target-red-not-higher = Hier ist niedriger besser, also liegt die Warnschwelle über dem Ziel: { $red } liegt nicht über { $target }.
error-target-red-needed = Aus dem Ziel { $target } lässt sich keine Warnschwelle ableiten. Eine Warnschwelle angeben.
error-target-band-half = Ein Bereich braucht beide Grenzen, die untere und die obere.
error-target-band-reversed = Der kleinste gute Wert liegt unter dem größten: { $low } liegt nicht unter { $high }.
error-target-red-inside = Eine Warnschwelle liegt außerhalb des Bereichs: { $red } liegt zwischen { $low } und { $high }.
error-target-band-not-taken = Diese KPI nimmt ein einzelnes Ziel, keinen Bereich. Ein Bereich braucht die Richtung „Bereich“.
error-target-band-needed = Diese KPI nimmt einen Bereich: die untere und die obere Grenze angeben.
error-target-yes = Das Ziel einer Ja/Nein-KPI ist ja; ein anderes nimmt sie nicht.
error-yearly-no-sum = Ein Jahresziel gibt es für KPIs mit einem Ziel, deren längere Zeiträume sich summieren, und die von { $kpi } tun das nicht. `/kpi ziel` ohne Jahr setzt das Ziel je Zeitraum.
error-yearly-year-missing = Verteilung und Liste verteilen ein Jahresziel. Dazu gehört das Jahr, zum Beispiel `2027`, und dessen Summe als Ziel.
error-yearly-alone = Mit einem Jahr ist das Ziel dessen Summe, und die Warnschwelle gehört dazu; Beginn, Geltung und die Grenzen eines Bereichs nicht. Diese weglassen.
error-yearly-list-not-taken = Eine Liste sagt selbst, wie das Jahr verteilt ist. Die Verteilung weglassen, oder die Liste.
error-yearly-list-missing = { $needed ->
    [one] Das Ziel für den einen Zeitraum des Jahres gehört in die Liste.
   *[other] Die Ziele der { $needed } Zeiträume des Jahres gehören in die Liste, zum Beispiel `80; 90; 100`. Zusammen ergeben sie das Ziel.
 }
error-yearly-last-year = Wie im Vorjahr geht es nicht: { $kpi } hat keine Zahl für { $missing }. Gleichmäßig verteilen oder nach einer Liste.
error-yearly-proportions = Die Werte, nach denen { $kpi } verteilt würde, ergeben kein Verhältnis: Sie ergeben zusammen nichts, oder einige sind über 0 und einige darunter. Gleichmäßig verteilen oder nach einer Liste ohne Warnschwelle.
error-yearly-count = Die Liste hat { $found } Zahlen, und das Jahr hat { $needed } Zeiträume. Für jeden eine schreiben, mit Semikolons dazwischen.
error-yearly-short = Die Liste ergibt { $sum }, und das Ziel des Jahres ist { $total }: Es fehlen { $difference }.
error-yearly-over = Die Liste ergibt { $sum }, und das Ziel des Jahres ist { $total }: Das sind { $difference } mehr.
error-period-unreadable = { $typed } ist nicht als Zeitraum lesbar. Möglich sind etwa `2026-11`, `nov 2026`, `2026-W47`, `2026-Q4` oder `2026`.
error-period-fiscal = Quartale und Jahre sind hier die des Geschäftsjahrs. `{ $suggestion }` statt { $typed } schreiben.
error-period-far-away = { $typed } ist zu weit weg. Möglich sind die Jahre 1900 bis 2199.
error-period-no-such = { $typed } steht nicht im Kalender.
error-period-kind = { $typed } ist von der Art „{ $found }“; nötig ist hier „{ $expected }“, etwa `{ $example }`.
error-period-example-week = 2026-W47
error-period-example-month = 2026-11
error-period-example-quarter = 2026-Q4
error-period-example-year = 2026
error-not-begun = { $period } beginnt erst { $begins } ({ $away }). Werte sind ab dann möglich.
error-number = { $typed } passt nicht zu `{ $field }`. Eine Zahl angeben.
error-weight = { $typed } ist kein Gewicht. Eine Zahl über 0 angeben, etwa `2` oder `0.5`; 50/30/20 und 5/3/2 bedeuten dasselbe.
error-time-zone = Die Zeitzone { $typed } ist unbekannt. Möglich ist etwa `Europe/Berlin` oder `America/New_York`.
error-time-zone-close = Die Zeitzone { $typed } ist unbekannt. Gemeint war vielleicht { $names }.
error-too-long = Der Text für `{ $field }` ist zu lang; höchstens { $most } Zeichen sind möglich.
error-channel = In { $channel } kann ich nicht schreiben. Mir dort diese Berechtigungen geben, dann noch einmal versuchen: { $missing }.
error-exposed = { $channel } sehen auch { $onlookers }, die diese Scorecard nicht lesen dürfen. Einen Kanal wählen, den nur ihr Leserkreis sieht, oder sie mit `/scorecard ändern` in den Leserkreis aufnehmen.
error-nothing-to-hand-over = { $name } ist für keine KPI zuständig, die du übergeben darfst.
error-back-before-gone = { $until } liegt vor { $from }: Der letzte Tag einer Abwesenheit ist ihr erster oder ein späterer.
error-own-deputy = Vertreten muss jemand anderes. Ohne `vertretung` werden die Vertretungen der KPIs gefragt, sonst deren Leitungen.
error-readers-of-open = Eine offene Scorecard lesen alle. `leser` und `leserrolle` weglassen, oder sie mit `sichtbarkeit` privat machen.
error-no-reader = { $count ->
    [0] { $typed } ist nicht eigens im Leserkreis: Eigens genannt ist niemand. Leitung, Sponsor und wer für eine KPI zuständig ist, lesen sie immer.
   *[other] { $typed } ist nicht eigens im Leserkreis: { $names }. Leitung, Sponsor und wer für eine KPI zuständig ist, lesen sie immer.
}
error-may-not-write = In diesem Kanal darfst du nicht schreiben, also schreibe ich dort auch nichts in deinem Namen.
error-not-a-person = { $name } ist keine Person dieses Servers. Jemanden wählen, der hier ist.
error-empty-form = Das Formular kam leer zurück, also wurde nichts gespeichert.
error-nothing-to-change = So ist es schon, also wurde nichts geändert.
error-drives-itself = Ein strategisches Ziel kann nicht auf sich selbst wirken. Zwei verschiedene wählen.
error-other-scorecard = Ein strategisches Ziel wirkt nur auf andere derselben Scorecard. Zwei derselben wählen.
error-not-below = { $below } liegt nicht unter { $above }, und nur was darunter liegt, speist es. `/scorecard ändern` mit `übergeordnet` sagt, was wozu gehört.
error-feeds-itself = Es würde sich selbst speisen: { $circle }. Ein Ziel wählen, das nicht darüber liegt.
error-parent-cycle = Eine Scorecard kann nicht Teil von sich selbst sein, auch nicht von einer unter ihr.
error-attachment-elsewhere = Ich lese nur Dateien, die bei Discord hochgeladen wurden.
error-attachment-unreachable = Discord hat die Datei nicht herausgegeben. Noch einmal versuchen.

## scorecard

command-scorecard = Scorecards dieses Servers
command-scorecard-create = Eine Scorecard mit den vier Perspektiven anlegen
command-scorecard-create-option-name = Wie sie heißt, z. B. wie die Organisation oder das Team
command-scorecard-create-option-channel = Der Teamkanal für Berichte und Warnungen
command-scorecard-create-option-level = Wo in der Organisation sie steht
command-scorecard-create-option-parent = Die Scorecard, zu der sie gehört
command-scorecard-create-option-time-zone = Ihre Zeitzone, z. B. Europe/Berlin; sonst die übergeordnete oder die des Servers
command-scorecard-create-option-review = Wie oft sie besprochen wird; ohne Angabe monatlich
command-scorecard-create-option-fiscal-start = Der Monat, in dem ihr Geschäftsjahr beginnt, 1 bis 12
command-scorecard-create-option-manager = Wer sie leitet; ohne Angabe, wer sie anlegt
command-scorecard-create-option-sponsor = Wer Sponsor ist
command-scorecard-create-option-vision = Was die Einheit werden will
command-scorecard-create-option-mission = Wofür die Einheit da ist
command-scorecard-create-option-visibility = Wer sie lesen darf: alle, oder nur ihr Leserkreis; die einer Einzelperson ist privat
command-scorecard-create-option-person = Wessen Scorecard es ist, wenn sie einer Einzelperson gehört
command-scorecard-create-option-reader = Wer sie lesen darf; damit wird sie privat
command-scorecard-create-option-reader-role = Eine Rolle, deren Mitglieder sie lesen dürfen; damit wird sie privat
command-scorecard-edit = Eine Scorecard ändern
command-scorecard-edit-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-scorecard-edit-option-name = Ihr neuer Name
command-scorecard-edit-option-channel = Ihr neuer Teamkanal für Berichte und Warnungen
command-scorecard-edit-option-level = Wo in der Organisation sie steht
command-scorecard-edit-option-parent = Die Scorecard, zu der sie von jetzt an gehört
command-scorecard-edit-option-time-zone = Ihre neue Zeitzone, z. B. Europe/Berlin
command-scorecard-edit-option-manager = Wer sie von jetzt an leitet
command-scorecard-edit-option-sponsor = Wer von jetzt an Sponsor ist
command-scorecard-edit-option-vision = Was die Einheit werden will
command-scorecard-edit-option-mission = Wofür die Einheit da ist
command-scorecard-edit-option-visibility = Wer sie von jetzt an lesen darf: alle, oder nur ihr Leserkreis
command-scorecard-edit-option-person = Wessen Scorecard es ist, wenn sie einer Einzelperson gehört
command-scorecard-edit-option-reader = Wer sie außerdem lesen darf; damit wird sie privat
command-scorecard-edit-option-reader-role = Eine weitere Rolle, deren Mitglieder sie lesen dürfen; damit wird sie privat
command-scorecard-edit-option-remove-reader = Wer sie nicht mehr lesen darf
command-scorecard-edit-option-red-note = Ob Zuständige sagen müssen, warum ein Wert das Ziel verfehlt; er zählt trotzdem
command-scorecard-show = Eine Scorecard mit Perspektiven, strategischen Zielen und KPIs zeigen
command-scorecard-show-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-scorecard-list = Die Scorecards dieses Servers auflisten
command-scorecard-template = Eine Scorecard aus einem fertigen Satz von Zielen und KPIs beginnen
command-scorecard-template-option-template = Welcher Satz
command-scorecard-template-option-name = Wie sie heißt; ohne Angabe wie der Server
command-scorecard-template-option-channel = Der Teamkanal für Berichte und Warnungen
command-scorecard-template-option-time-zone = Ihre Zeitzone, z. B. Europe/Berlin; ohne Angabe die des Servers
scorecard-created = { $name } ist angelegt, mit den Perspektiven { $perspectives }.
scorecard-filled = { $name } ist angelegt: { $perspectives } Perspektiven, { $objectives } strategische Ziele, { $kpis } KPIs. Für keine davon ist schon jemand zuständig.
scorecard-edited = { $name } ist geändert.
scorecard-taken-over = Du leitest { $name } ab jetzt und liest sie auch. Bisher war das { $from }. Ihr beide bekommt eine Nachricht, und es steht in `/protokoll`.
scorecard-manager = Leitung { $name }
scorecard-sponsor = Sponsor { $name }
scorecard-private = privat
scorecard-read-by = privat, lesbar für { $names }
scorecard-channel = Teamkanal { $channel }
scorecard-channel-none = kein Teamkanal, also keine Berichte und Warnungen
scorecard-red-note = fragt nach dem Grund verfehlter Ziele
scorecard-review-week = wöchentliches Review
scorecard-review-month = monatliches Review
scorecard-review-quarter = vierteljährliches Review
scorecard-review-year = jährliches Review
scorecard-fiscal = Geschäftsjahr ab { $month }
scorecard-next-step = nächster Schritt { $at }
scorecard-next = Weiter: `/strategisches-ziel hinzufügen` sagt, was erreicht werden soll, dann `/kpi hinzufügen`, woran es gemessen wird.
scorecard-next-filled = Weiter: `/eintragen` mit der KPI **{ $kpi }** nimmt den ersten Wert, `/kpi übergeben` sagt, wer für eine KPI zuständig ist, und `/scorecard ändern` wählt den Teamkanal. `/scorecard zeigen` zeigt alles.
scorecard-vision = *Vision:* { $text }
scorecard-mission = *Mission:* { $text }
scorecard-parent = Teil von { $name }
scorecard-children = Darunter: { $names }
scorecard-perspective-empty = noch keine strategischen Ziele; `/strategisches-ziel hinzufügen`
scorecard-objective = • { $name }: { $kpis }
scorecard-objective-empty = • { $name }: noch keine KPI; `/kpi hinzufügen`
scorecard-many = Sie hat { $kpis } KPIs. Mehr als { $most } sind in einer Sitzung schwer zu besprechen.
scorecard-more-lines = { $count ->
    [one] … und 1 weitere Zeile; `/kpi liste` und `/übersicht` zeigen den Rest
   *[other] … und { $count } weitere Zeilen; `/kpi liste` und `/übersicht` zeigen den Rest
 }
scorecard-list = { $count ->
    [one] **1 Scorecard**
   *[other] **{ $count } Scorecards**
 }
scorecard-more = { $count ->
    [one] … und 1 weitere; `/scorecard zeigen` findet sie über ihren Namen
   *[other] … und { $count } weitere; `/scorecard zeigen` findet jede über ihren Namen
 }
scorecard-none = Hier gibt es noch keine Scorecard. Sie beginnt mit einer Vorlage (Unternehmen, Softwareprodukt, gemeinnützige Organisation, Krankenhaus, Stadt), mit einer CSV-Datei oder leer. Bis zum ersten Wert dauert es etwa zwei Minuten.
scorecard-none-member = Hier gibt es noch keine Scorecard. Wer die Berechtigung **Server verwalten** hat, kann eine mit `/scorecard vorlage` beginnen.
level-organisation = Organisation
level-unit = Bereich
level-department = Abteilung
level-team = Team
level-individual = Einzelperson

## perspective

command-perspective = Perspektiven einer Scorecard
command-perspective-add = Einer Scorecard eine Perspektive hinzufügen
command-perspective-add-option-name = Wie sie heißt, z. B. Nachhaltigkeit
command-perspective-add-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-perspective-add-option-weight = Wie viel sie neben den anderen zählt; ohne Angabe 1
command-perspective-edit = Eine Perspektive umbenennen oder gewichten
command-perspective-edit-option-perspective = Welche Perspektive
command-perspective-edit-option-name = Ihr neuer Name
command-perspective-edit-option-weight = Wie viel sie ab heute neben den anderen zählt
command-perspective-edit-option-scorecard = In welcher Scorecard sie ist
command-perspective-move = Die Reihenfolge der Perspektiven ändern
command-perspective-move-option-perspective = Welche Perspektive
command-perspective-move-option-place = Ihr neuer Platz, 1 für den ersten
command-perspective-move-option-scorecard = In welcher Scorecard sie ist
perspective-added = { $name } ist jetzt eine Perspektive von { $scorecard }.
perspective-edited = { $name } von { $scorecard } ist geändert.
perspective-line = { $place }. { $name } · Gewicht { $weight }

## objective

command-objective = Strategische Ziele
command-objective-add = Einer Perspektive ein strategisches Ziel hinzufügen
command-objective-add-option-name = Was erreicht werden soll, z. B. Kunden halten
command-objective-add-option-perspective = Die Perspektive, zu der es gehört
command-objective-add-option-scorecard = Welche Scorecard; unnötig, wenn die Perspektive aus der Liste kommt
command-objective-add-option-description = Was es bedeutet
command-objective-add-option-owner = Wer dafür zuständig ist
command-objective-add-option-weight = Wie viel es neben den anderen zählt; ohne Angabe 1
command-objective-edit = Ein strategisches Ziel ändern
command-objective-edit-option-objective = Welches strategische Ziel
command-objective-edit-option-name = Sein neuer Name
command-objective-edit-option-description = Was es bedeutet
command-objective-edit-option-owner = Wer von jetzt an dafür zuständig ist
command-objective-edit-option-weight = Wie viel es ab heute neben den anderen zählt
command-objective-edit-option-perspective = Die Perspektive, in die es wechselt
command-objective-drives = Sagen, welches strategische Ziel auf welches wirkt
command-objective-drives-option-cause = Das strategische Ziel, das wirkt
command-objective-drives-option-effect = Das strategische Ziel, auf das es wirkt
command-objective-drives-option-lag = Nach wie vielen Zeiträumen es sich zeigt, 0 bis 60
command-objective-drives-option-remove = Die Verbindung stattdessen entfernen
command-objective-feeds = Sagen, welches Ziel einer Scorecard darunter in einem Ziel darüber zählt
command-objective-feeds-option-source = Das Ziel darunter, dessen Punktzahl zählt
command-objective-feeds-option-into = Das Ziel darüber, in dem es zählt
command-objective-feeds-option-weight = Wie viel es neben den KPIs und Zielen dort zählt; ohne Angabe 1
command-objective-feeds-option-remove = Es dort nicht mehr zählen lassen
command-objective-show = Ein strategisches Ziel mit KPIs und Verbindungen zeigen
command-objective-show-option-objective = Welches strategische Ziel
objective-added = { $name } ist jetzt ein strategisches Ziel in { $perspective } von { $scorecard }.
objective-next = Weiter: `/kpi hinzufügen` sagt, woran es gemessen wird, `/strategisches-ziel wirkt-auf`, wohin es führt.
objective-edited = { $name } ist geändert.
objective-owner = Zuständig { $owner } · Gewicht { $weight }
objective-drives = Wirkt auf { $names }
objective-driven-by = Hängt ab von { $names }
objective-fed-by = Gespeist von { $names }
objective-feeds = Speist { $names }
objective-feed = { $name } ({ $scorecard }, Gewicht { $weight })
objective-feed-added = { $source } von { $scorecard } speist { $name } mit Gewicht { $after }, { $from }.
objective-feed-changed = { $source } von { $scorecard } speist { $name }: Gewicht { $before } → { $after }, { $from }.
objective-feed-removed = { $source } von { $scorecard } speist { $name } nicht mehr, { $from }. Frühere Zeiträume behalten ihre Zahlen.
objective-feed-from = ab { $period }
objective-feed-always = in allen Zeiträumen
objective-lag = { $lag ->
    [one] { $name } nach 1 Zeitraum
   *[other] { $name } nach { $lag } Zeiträumen
 }
objective-no-kpis = Noch misst es keine KPI; `/kpi hinzufügen` fügt eine hinzu.

## kpi

command-kpi = KPIs: was gemessen wird, von wem, mit welchem Ziel
command-kpi-add = Einem strategischen Ziel eine KPI hinzufügen
command-kpi-add-option-name = Was gemessen wird, z. B. Kundenabwanderung
command-kpi-add-option-key = Ein kurzes Wort, mit dem sie getippt wird, z. B. abwanderung
command-kpi-add-option-objective = Das strategische Ziel, das sie misst
command-kpi-add-option-unit = Was die Werte zählen, z. B. %, EUR m, hours; ohne Angabe eine reine Zahl
command-kpi-add-option-direction = Welche Werte gut sind; ohne Angabe höhere
command-kpi-add-option-target = Der Wert, der erreicht werden soll, z. B. 2,5%
command-kpi-add-option-red-flag = Der Wert, ab dem das Ziel verfehlt ist; ohne Angabe angenommen
command-kpi-add-option-frequency = Wie oft es einen Wert gibt; ohne Angabe monatlich
command-kpi-add-option-aggregation = Wie Werte längere Zeiträume ergeben; ohne Angabe der letzte
command-kpi-add-option-decimals = Wie viele Nachkommastellen gezeigt werden, 0 bis 10
command-kpi-add-option-owner = Wer für die Werte zuständig ist; ohne Angabe, wer sie anlegt
command-kpi-add-option-deputy = Wer vertritt
command-kpi-add-option-indicator = Vorlaufend: bewegt sich vor dem Ergebnis. Nachlaufend: misst das Ergebnis
command-kpi-add-option-weight = Wie viel sie neben den anderen zählt; ohne Angabe 1
command-kpi-add-option-baseline = Von wo es losging
command-kpi-add-option-target-low = Der kleinste gute Wert, bei der Richtung Bereich
command-kpi-add-option-target-high = Der größte gute Wert, bei der Richtung Bereich
command-kpi-add-option-red-low = Die Warnschwelle unter dem Bereich
command-kpi-add-option-red-high = Die Warnschwelle über dem Bereich
command-kpi-add-option-best-possible = Das Ziel ist nicht zu übertreffen, z. B. 100 % Regeltreue
command-kpi-add-option-formula = Was sie aus anderen KPIs berechnet, mit deren Kürzeln, z. B. churned / customers * 100
command-kpi-add-option-carry-forward = Ein Zeitraum ohne Wert zählt mit dem letzten davor, als fortgeschrieben markiert
command-kpi-add-option-entered-ytd = Getippt wird die Summe des Geschäftsjahrs bis dahin, gespeichert wird die Differenz
command-kpi-add-option-available-on = Am wievielten Tag nach dem Zeitraum ein Wert bekannt sein kann, z. B. 10; ohne Angabe 1
command-kpi-edit = Eine KPI ändern
command-kpi-edit-option-kpi = Welche KPI
command-kpi-edit-option-name = Ihr neuer Name
command-kpi-edit-option-objective = Das strategische Ziel, zu dem sie ab heute gehört
command-kpi-edit-option-weight = Wie viel sie ab heute neben den anderen zählt
command-kpi-edit-option-deputy = Wer ab heute vertritt
command-kpi-edit-option-decimals = Wie viele Nachkommastellen gezeigt werden, 0 bis 10
command-kpi-edit-option-indicator = Vorlaufend: bewegt sich vor dem Ergebnis. Nachlaufend: misst das Ergebnis
command-kpi-edit-option-baseline = Von wo es losging; daraus angenommene Warnschwellen bewegen sich mit
command-kpi-edit-option-carry-forward = Ein Zeitraum ohne Wert zählt mit dem letzten davor, als fortgeschrieben markiert
command-kpi-edit-option-entered-ytd = Getippt wird die Summe des Geschäftsjahrs bis dahin, gespeichert wird die Differenz
command-kpi-edit-option-available-on = Am wievielten Tag nach dem Zeitraum ein Wert bekannt sein kann, z. B. 10
command-kpi-edit-option-unit = Was die Werte zählen; fest, sobald es Werte gibt
command-kpi-edit-option-direction = Welche Werte gut sind; fest, sobald es Werte gibt
command-kpi-edit-option-frequency = Wie oft es einen Wert gibt; fest, sobald es Werte gibt
command-kpi-edit-option-aggregation = Wie Werte längere Zeiträume ergeben; fest, sobald es Werte gibt
command-kpi-edit-option-formula = Was sie ab dem laufenden Zeitraum berechnet, z. B. churned / customers * 100; none beendet es
command-kpi-edit-option-best-possible = Ob das Ziel nicht zu übertreffen ist, z. B. 100 % Einhaltung
command-kpi-edit-option-reason = Warum, wenn es veröffentlichte Zahlen ändert
command-kpi-target = Das Ziel einer KPI setzen; frühere Zeiträume behalten ihres
command-kpi-target-option-kpi = Welche KPI
command-kpi-target-option-target = Der Wert, der erreicht werden soll, z. B. 2,5%
command-kpi-target-option-red-flag = Der Wert, ab dem das Ziel verfehlt ist; ohne Angabe angenommen
command-kpi-target-option-from = Der erste Zeitraum, für den es gilt; ohne Angabe der laufende
command-kpi-target-option-holds = Ab diesem Zeitraum (ohne Angabe), nur in ihm oder nicht mehr nur in ihm
command-kpi-target-option-reason = Warum, wenn es einen Zeitraum ändert, der vorbei ist
command-kpi-target-option-year = Ein Geschäftsjahr, z. B. 2027: das Ziel ist dann dessen Summe
command-kpi-target-option-phasing = Wie die Summe des Jahres verteilt wird; ohne Angabe gleichmäßig
command-kpi-target-option-list = Die Ziele der Zeiträume des Jahres, z. B. 80; 90; 100, die seine Summe ergeben
command-kpi-target-option-target-low = Der kleinste gute Wert eines Bereichs
command-kpi-target-option-target-high = Der größte gute Wert eines Bereichs
command-kpi-target-option-red-low = Die Warnschwelle unter einem Bereich
command-kpi-target-option-red-high = Die Warnschwelle über einem Bereich
command-kpi-show = Eine KPI mit Werten, Zielen und Personen zeigen
command-kpi-show-option-kpi = Welche KPI
command-kpi-list = Die KPIs einer Scorecard mit ihren neuesten Werten auflisten
command-kpi-list-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-kpi-hand-over = Ab heute jemand anderen für eine KPI zuständig machen
command-kpi-hand-over-option-kpi = Welche KPI; leer, um alle einer Person zu übergeben
command-kpi-hand-over-option-to = Wer ab heute dafür zuständig ist
command-kpi-hand-over-option-from = Wessen KPIs übergeben werden, alle, die du übergeben darfst
direction-higher = höher ist besser
direction-lower = niedriger ist besser
direction-range = innerhalb eines Bereichs ist gut
direction-yes-no = ja ist gut
frequency-week = wöchentlich
frequency-month = monatlich
frequency-quarter = vierteljährlich
frequency-year = jährlich
aggregation-sum = längere Zeiträume sind die Summe
aggregation-average = längere Zeiträume sind der Durchschnitt
aggregation-last = längere Zeiträume nehmen den letzten Wert
aggregation-minimum = längere Zeiträume nehmen den kleinsten Wert
aggregation-maximum = längere Zeiträume nehmen den größten Wert
indicator-leading = vorlaufend
indicator-lagging = nachlaufend
kpi-added = { $name } ist jetzt eine KPI von { $objective } in { $scorecard }, mit dem Kürzel `{ $key }`.
kpi-next = Weiter: `/eintragen kpi:{ $key }` mit dem ersten Wert.
kpi-edited = { $name } ist geändert.
kpi-handed-over = { $name } wechselt. Zuständig: { $before } → { $after }; dorthin gehen von jetzt an die Fragen nach Werten.
kpi-state = { $status } · { $period }: **{ $value }**
kpi-no-values = ⚪ keine Daten: sie hat noch keinen Wert
kpi-no-value = noch kein Wert
kpi-owner = Zuständig { $name }
kpi-ownerless = Niemand ist zuständig, also antwortet die Leitung der Scorecard
kpi-no-owner = niemand zuständig
kpi-outlook = Tempo { $pace } % des Ziels bisher · Ausblick für { $year }: **{ $outlook }** von { $target }
kpi-deputy = Vertretung { $name }
kpi-weight = Gewicht { $weight }
kpi-baseline = Ausgangswert { $value }
formula-always = Formel { $formula }
formula-from = Formel { $formula }, ab { $from }
formula-none = keine, Werte werden eingetragen
formula-lack = Kein Wert für { $period }: Die Formel { $why }.
formula-without = { $name } { $why }
formula-missing = { $more ->
    [0] wartet auf { $names }
    [one] wartet auf { $names } und 1 weitere
   *[other] wartet auf { $names } und { $more } weitere
 }
formula-division-by-zero = teilt durch null
formula-too-large = ergibt mehr, als ich speichere
formula-private = eine private KPI
kpi-best-possible = das Ziel ist nicht zu übertreffen
kpi-carry-forward = ein fehlender Wert wird fortgeschrieben
kpi-entered-ytd = seit Jahresbeginn eingetragen
kpi-available-on = bekannt am { $day }. Tag nach dem Zeitraum
kpi-available-day = { $day }. Tag nach dem Zeitraum
kpi-list = { $count ->
    [one] { $scorecard } · **1 KPI**
   *[other] { $scorecard } · **{ $count } KPIs**
 }
kpi-more = { $count ->
    [one] … und 1 weitere KPI; `/übersicht` zeigt sie bei ihrer Perspektive
   *[other] … und { $count } weitere KPIs; `/übersicht` zeigt sie nach Perspektiven
 }
kpi-none = { $scorecard } hat noch keine KPI. `/kpi hinzufügen` gibt einem strategischen Ziel eine.
target-set = { $name } hat ein neues Ziel, { $from }.
target-taken-back = { $name } hat kein eigenes Ziel mehr, { $from }.
target-from = ab { $period }
target-from-beginning = für alle Zeiträume
target-only = nur für { $period }
target-change = Ziel: { $before } → { $after }
target-change-red = Warnschwelle: { $before } → { $after }
target-red-assumed = { $red } *angenommen*
target-assumed = Die Warnschwelle war nicht angegeben und ist angenommen. `/kpi ziel` mit `warnschwelle` setzt sie.
target-until = Ab { $period } gilt wie bisher ein anderes Ziel.
target-past = Neu berechnet: { $periods }
target-restated = Geschlossene Reviews damit: { $periods }. Ihre veröffentlichten Zahlen bleiben, und `/übersicht` zeigt beide.
target-afterwards = Nachträglich gesetzt: **{ $target }** { $from }, von { $person }, { $at }: „{ $reason }“
target-preview = { $count ->
    [one] Der letzte Wert damit: { $counts }
   *[other] Die letzten { $count } Werte damit: { $counts }
 }
target-none = Noch kein Ziel, also nicht bewertet. `/kpi ziel kpi:{ $key }` setzt eins.
target-yes = Ziel ja
target-judged = Ziel { $target }
target-judged-red = Ziel { $target }, Warnschwelle { $red }
yearly-set = { $name } hat ein Ziel für das Jahr { $year }.
yearly-line = { $year }: **{ $total }** insgesamt
yearly-line-red = { $year }: **{ $total }** insgesamt, Warnschwelle { $red }
yearly-changed = seitdem geändert, sodass die Teile { $sum } ergeben
yearly-overrides = Ziele einzelner Zeiträume, die dem weichen: { $periods }
yearly-after = Ab { $period }: Ziel { $target }
phasing-evenly = gleichmäßig verteilt
phasing-like-last-year = wie im Vorjahr verteilt
phasing-by-a-list = nach einer Liste verteilt
target-line = Ziel **{ $target }**, Warnschwelle { $red }, { $from }
target-earlier = { $count ->
    [one] 1 früheres Ziel ist nicht gezeigt.
   *[other] { $count } frühere Ziele sind nicht gezeigt.
 }

## log

log-headline = { $sign } **{ $name }** · { $period }: **{ $value }**, { $judged }.
log-to-date = { $sign } **{ $name }** · { $period } bisher: **{ $value }**, { $judged }. Es zählt, sobald der Zeitraum vorbei ist.
log-not-applicable = ➖ **{ $name }** · { $period }: entfällt, { $reason }.
log-not-applicable-short = entfällt ({ $reason })
log-no-target = nicht bewertet, da ohne Ziel
log-judged = { $status } (Ziel { $target })
log-judged-red = { $status } (Ziel { $target }, Warnschwelle { $red })
log-judged-assumed = { $status } (Ziel { $target }, Warnschwelle { $red } *angenommen*)
log-distance = { $distance }.
log-replaced = Vorher: { $before }.
log-unchanged = Es war schon { $before }, also hat sich nichts geändert.
log-compared-score = { $period }: { $status } mit { $value }. Punktzahl { $before } → { $after }.
log-compared = { $period }: { $value }.
log-told-off-target = Der Teamkanal erfährt es in einer Minute, wenn es nicht zurückgenommen wird.
log-told-recovered = Der Teamkanal erfährt, dass das Ziel wieder erreicht ist.
log-told-changed = Die Warnung im Teamkanal zeigt den neuen Wert.
log-told-withdrawn = Die Warnung im Teamkanal ist zurückgezogen.
log-moved = Bewegt **{ $name }**: { $before } → { $after }.
log-moved-more = { $count ->
    [one] Bewegt 1 weitere KPI.
   *[other] Bewegt { $count } weitere KPIs.
 }
log-blank = kein Wert
log-undone = **{ $name }** · { $period }: { $before } → { $after }.
log-doubt = **{ $name }** · { $period }: **{ $value }** liegt weit weg von { $last }, dem Wert davor, und ist noch nicht gespeichert. Was stimmt?
log-year-to-date = **{ $name }** · Jahressumme **{ $total }**, damit ist { $period }: **{ $own }** ({ $before } bis { $previous }). Noch nicht gespeichert.
log-year-to-date-odd = Das liegt weit von den bisherigen Werten. Falls { $value } der Wert von { $period } allein ist, diesen speichern.
log-year-to-date-later = Spätere Perioden behalten ihren eigenen Wert, damit wird die Jahressumme bis { $period } { $after } statt { $before }.
log-year-total = Jahressumme: { $total }.
log-late = Das Review für { $period } ist geschlossen, daher zählt der Wert als nachgetragen.
log-word-due = Diese Scorecard fragt nach dem Grund: Der Wert zählt, und eine Notiz dazu bleibt fällig, bis es sie gibt.
log-restated = { $name } · { $period }: { $numbers }
log-restated-same = { $name } · { $period }: Die veröffentlichte Punktzahl bleibt.
log-button-save = { $value } speichern
log-button-note = Notiz
log-button-undo = Zurücknehmen
log-same = Wie zuletzt.
log-note-title = Notiz zum Wert
log-note-label = Was steckt hinter dem Wert?
log-note-saved = { $status } Die Notiz ist beim Wert gespeichert.
command-log = Den Wert einer KPI eintragen
command-log-option-kpi = Welche KPI; die eigenen stehen oben
command-log-option-value = Der Wert, z. B. 1234, 3,4%, 1,2m €, 2h30, ja oder n/a: Filiale geschlossen
command-log-option-period = Welcher Zeitraum, z. B. 2026-11; sonst der fällige, sonst der zuletzt beendete
command-log-option-note = Was hinter dem Wert steckt
command-log-option-reason = Warum, wenn es berichtigt, was ein geschlossenes Review veröffentlicht hat

## checkin

checkin-nothing-due = Nichts ist fällig. `/eintragen` nimmt trotzdem einen Wert.
command-away = Sagen, wann du abwesend bist und wer so lange gefragt wird; allein: zeigen, wer es ist
command-away-option-from = Der erste Tag, z. B. 23. dez oder morgen; heute, wenn leer
command-away-option-until = Der letzte Tag, z. B. 2. jan
command-away-option-deputy = Wer so lange gefragt wird; sonst die Vertretungen der KPIs, sonst deren Leitungen
command-away-option-person = Wer abwesend ist; du, wenn leer
away-line = { $name } ist von { $from } bis { $until } abwesend: Gefragt werden die Vertretungen der KPIs, sonst deren Leitungen.
away-line-deputy = { $name } ist von { $from } bis { $until } abwesend. Gefragt wird so lange { $deputy }.
away-next = Nach dem letzten Tag endet das von selbst.
away-ended = { $name } ist wieder da und wird gefragt wie zuvor.
away-nobody = Niemand, der dich betrifft, ist abwesend. `/abwesend bis` mit einem letzten Tag sagt, dass du es bist.
away-button-back = Bin wieder da
command-forget-me = Deinen Namen und deine Discord-ID auf diesem Server vergessen; Zahlen bleiben
forget-asked = Auf **{ $server }** vergesse ich dann deinen Namen, deine Discord-ID und deine Sprache, und was ich dir noch zu sagen hatte. Deine KPIs beantworten dann ihre Leitungen. Was du an Werten und Notizen eingetragen hast, bleibt ohne deinen Namen; schon geschriebene Nachrichten bleiben, wie sie sind. Wenn du mich wieder benutzt, kenne ich dich als jemand Neues.
forget-button = Vergiss mich
forget-done = Auf **{ $server }** bist du vergessen.
away-button-back-of = { $name } ist wieder da
checkin-heading = { $count ->
    [one] **1 Wert fehlt** · fällig { $due } ({ $distance })
   *[other] **{ $count } Werte fehlen** · fällig { $due } ({ $distance })
 }
checkin-more = { $count ->
    [one] … und 1 weiterer
   *[other] … und { $count } weitere
 }
checkin-servers-more = { $count ->
    [one] Auf 1 weiteren Server sind Werte fällig; `/checkin` zeigt sie, wenn diese da sind.
   *[other] Auf { $count } weiteren Servern sind Werte fällig; `/checkin` zeigt sie, wenn diese da sind.
 }
checkin-last = zuletzt { $value }
checkin-year-to-date = Jahressumme, bisher { $value }
checkin-target = Ziel { $target }
checkin-ownerless = niemand ist zuständig, also antwortet die Leitung
checkin-away = für { $name }, abwesend
checkin-person-left = für { $name }, nicht mehr da
consent-asked = { $by } möchte { $source } aus { $scorecard } auf **{ $server }** in { $into } verwenden. { $scorecard } ist privat: Dort stünde die Zahl als ein Eingang, ohne ihre Teile, für alle, die { $into } lesen.
consent-button-allow = Erlauben
consent-button-refuse = Ablehnen
consent-allowed = { $source } aus { $scorecard } darf in { $into } verwendet werden, als ein Eingang ohne seine Teile.
consent-refused = { $source } aus { $scorecard } wird in { $into } nicht verwendet.
scorecard-counts-in = Ihre Zahlen zählen weiter in { $names }, als Eingänge ohne ihre Teile
person-left = { $name }, nicht mehr da
checkin-first-value = der erste Wert
checkin-form-title = Werte für { $period }
checkin-form-title-mixed = Fällige Werte
checkin-refused = **{ $typed }** ist nicht gespeichert: { $reason }
checkin-all-in = Alles ist da. Danke.
checkin-left = { $count ->
    [one] 1 Wert ist noch fällig.
   *[other] { $count } Werte sind noch fällig.
 }
checkin-button-enter = { $count ->
    [one] Wert eintragen
   *[other] Werte eintragen
 }
checkin-button-next = { $count ->
    [one] Nächster Wert
   *[other] Nächste { $count }
 }
checkin-button-correct = Berichtigen
checkin-button-why = Sagen, warum
checkin-form-title-correct = Werte berichtigen
checkin-form-title-why = Was steckt dahinter?
word-heading = { $count ->
    [one] **1 Wert, der das Ziel verfehlt, wartet auf eine Notiz von dir**
   *[other] **{ $count } Werte, die das Ziel verfehlen, warten auf eine Notiz von dir**
 }
word-line = { $name } · { $period }: { $value }, Ziel { $target }
word-button = Grund nennen: { $name }
command-checkin = Zeigen, was fällig ist, und alles in einem Formular eintragen

## summary

summary-title = { $name } · { $period }
summary-title-running = { $name } · { $period } bisher
summary-title-ytd = { $name } · { $period }, seit Jahresbeginn
summary-title-ytd-running = { $name } · { $period } bisher, seit Jahresbeginn
summary-scored = **{ $name } { $score }** { $status }
summary-held = **{ $name } { $score }** { $status }, dort gehalten, weil darunter ein Ziel verfehlt ist
summary-provisional = **{ $name } { $score }** ⚪ vorläufig
summary-no-score = **{ $name }** { $sign } ohne Punktzahl
summary-others = { $count ->
    [one] **1 weitere Perspektive**
   *[other] **{ $count } weitere Perspektiven**
 }
summary-change-from = { $change } gegenüber { $period }
summary-running = **{ $name }** · Punktzahlen folgen, wenn der Zeitraum vorbei ist ({ $kind })
summary-restated = Veröffentlicht **{ $before }** → berichtigt **{ $after }**
summary-restated-perspective = { $name }: veröffentlicht **{ $before }** → berichtigt **{ $after }**
summary-restated-by = *{ $name }* berichtigt von { $person }, { $at }: „{ $reason }“
summary-restated-plain = *{ $name }* geändert von { $person }, { $at }
summary-restated-late = *{ $name }* nachgetragen von { $person }, { $at }
summary-restated-taken-back = *{ $name }*: ein Wert von nach dem Abschluss zurückgenommen von { $person }, { $at }
summary-coverage = { $percent } % des Gewichts liegen vor
summary-from = aus { $scored } von { $all } Perspektiven, ohne { $names }
summary-empty = in diesem Zeitraum zählen keine KPIs; `/kpi hinzufügen` fügt eine hinzu
summary-more = { $count ->
    [one] … und 1 weitere; die Perspektive unten wählen
   *[other] … und { $count } weitere; eine Perspektive wählen, um alle zu sehen
 }
summary-line = { $sign } **{ $name }** { $value }
summary-line-not-applicable = { $sign } **{ $name }** entfällt: { $reason }
summary-line-waiting = { $sign } **{ $name }** wartet auf { $person }
summary-feed = { $sign } **{ $name }** { $score } · aus { $scorecard }
summary-feed-no-score = keine Punktzahl
summary-feed-private = { $sign } **aus einer privaten Scorecard** { $score }
summary-line-expected = { $sign } **{ $name }** wird am { $day } von { $person } erwartet
summary-line-open = { $sign } **{ $name }** noch kein Wert
summary-line-target = Ziel { $target }
summary-line-as-of = Stand { $period }
summary-line-outlook = Ausblick { $outlook } von { $target }
summary-line-to-date = bisher
summary-line-carried = fortgeschrieben aus { $period }
summary-line-parts = { $have } von { $all } Zeiträumen
summary-select = Perspektive
summary-select-all = Alle Perspektiven
summary-button-picture = Bild
summary-button-post = In den Kanal stellen
summary-posted = In diesen Kanal gestellt.
summary-posted-by = { $name } hat diese Übersicht eingestellt.
command-summary = Punktzahlen und Werte einer Scorecard zeigen
command-summary-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-summary-option-perspective = Nur diese Perspektive
command-summary-option-period = Welcher Zeitraum, z. B. 2026-11 oder 2026-Q4; ohne Angabe der zuletzt besprochene
command-summary-option-view = Nur der Zeitraum oder das Geschäftsjahr bis zu seinem Ende

## trend

command-trend = Die letzten Zeiträume einer KPI zeichnen, oder bis zu sechs nebeneinander
command-trend-option-kpi = Welche KPI
command-trend-option-periods = Wie viele Zeiträume, 2 bis 36; ohne Angabe 12
command-trend-option-kpi-2 = Eine weitere KPI daneben
command-trend-option-kpi-3 = Eine weitere KPI daneben
command-trend-option-kpi-4 = Eine weitere KPI daneben
command-trend-option-kpi-5 = Eine weitere KPI daneben
command-trend-option-kpi-6 = Eine weitere KPI daneben
trend-line = { $sign } { $name } · { $period }: **{ $value }**, { $status }
trend-empty = ⚪ { $name } hat noch keinen Wert. `/eintragen kpi:{ $key }` gibt den ersten ein.
trend-how = { $frequency }, { $direction }
trend-target = Ziel { $value }
trend-red-flag = Warnschwelle { $value }
trend-new-formula = neue Formel
trend-outlook = Ausblick für { $year }: { $outlook } von { $target }, bei { $pace } % des Ziels bisher.
trend-restated = Nach dem Ende ihres Reviews geändert: { $periods }. Gezeigt sind die neuen Zahlen.
trend-legend-target = Ziel
trend-legend-red-flag = Warnschwelle
trend-legend-band = gute Werte
trend-legend-outlook = Ausblick
trend-legend-carried = fortgeschrieben
trend-legend-to-date = bis jetzt
trend-alt = Diagramm von { $name }, { $span }: { $points }.{ $judged }
trend-alt-judged = { " " }Zuletzt: Ziel { $target }, Warnschwelle { $red }.

## map

command-map = Die Strategiekarte einer Scorecard zeichnen: strategische Ziele, Punktzahlen, Wirkungen
command-map-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-map-option-period = Welcher Zeitraum, z. B. 2026-11 oder 2026-Q4; ohne Angabe der zuletzt besprochene
command-cascade = Scorecards untereinander mit ihren Punktzahlen zeigen
command-cascade-option-scorecard = Ab welcher Scorecard; ohne Angabe alle, die du sehen darfst
cascade-title = Kaskade
cascade-title-all = Alle Scorecards
cascade-of = { $count ->
    [0] **{ $name }**; darunter steht keine Scorecard
    [one] **{ $name }** und eine Scorecard darunter
   *[other] **{ $name }** und { $count } Scorecards darunter
}
cascade-all = { $count ->
    [one] **Eine Scorecard**
   *[other] **{ $count } Scorecards**
}
cascade-coverage = { $percent } % da
cascade-feeds-nothing = zählt darüber nirgends
cascade-select = Eine Zusammenfassung öffnen
cascade-legend-change = Veränderung seit dem Zeitraum davor
cascade-footnote = Die Balken reichen von 0 bis 10; ihre Marken sind die Warnschwelle und das Ziel.
cascade-alt = Kaskade von { $name }, { $period }. { $cards }.
scorecard-picture-title = Scorecard
scorecard-picture-empty = keine KPIs
scorecard-picture-spark = letzte 8 Zeiträume
scorecard-picture-alt = Scorecard { $name }, { $period }. { $columns }
map-title = Strategiekarte
map-empty = **{ $name }** hat noch keine strategischen Ziele. `/strategisches-ziel hinzufügen` legt das erste an.
map-no-objectives = keine strategischen Ziele
map-provisional = vorläufig
map-period-running = { $period } bis jetzt
map-period-ytd = { $period }, seit Jahresbeginn
map-period-ytd-running = { $period } bis jetzt, seit Jahresbeginn
map-running = Punktzahlen folgen, wenn der Zeitraum vorbei ist ({ $kind }).
map-restated = Einige Zahlen wurden nach dem Ende des Reviews geändert; gezeigt sind die neuen.
map-legend-arrow = wirkt auf
map-legend-change = Veränderung seit { $period }
map-alt = { $count ->
    [0] Strategiekarte von { $name }, { $period }. { $bands }
    [one] Strategiekarte von { $name }, { $period }, mit 1 Pfeil von Ursache zu Wirkung. { $bands }
   *[other] Strategiekarte von { $name }, { $period }, mit { $count } Pfeilen von Ursache zu Wirkung. { $bands }
 }

## ask

ask-prompt = { $count ->
    [one] **{ $period } ist vorbei: 1 Wert fehlt** · fällig { $due } ({ $distance })
   *[other] **{ $period } ist vorbei: { $count } Werte fehlen** · fällig { $due } ({ $distance })
 }
ask-before = { $count ->
    [one] **1 Wert ist am nächsten Arbeitstag fällig** · bis { $due } ({ $distance })
   *[other] **{ $count } Werte sind am nächsten Arbeitstag fällig** · bis { $due } ({ $distance })
 }
ask-remind = { $count ->
    [one] **1 Wert ist heute fällig** · bis { $due } ({ $distance })
   *[other] **{ $count } Werte sind heute fällig** · bis { $due } ({ $distance })
 }
ask-also = { $count ->
    [one] **1 weiterer Wert fehlt** · fällig { $due } ({ $distance })
   *[other] **{ $count } weitere Werte fehlen** · fällig { $due } ({ $distance })
 }
ask-overdue = { $count ->
    [one] **1 Wert ist überfällig** · fällig war er { $due } ({ $distance })
   *[other] **{ $count } Werte sind überfällig** · fällig waren sie { $due } ({ $distance })
 }
ask-done = 🟢 Für **{ $server }** ist alles da. Mehr ist nicht fällig.
ask-initiatives = { $count ->
    [one] **Die eigene Maßnahme, die fällig ist:**
   *[other] **Die eigenen { $count } Maßnahmen, die fällig sind:**
 }
ask-initiatives-next = `/maßnahme aktualisieren` sagt, wie weit sie sind.
ask-last = Das ist die letzte Nachricht dazu.
ask-deputy = { $count ->
    [one] **1 Wert von jemand anderem ist überfällig**, in Vertretung:
   *[other] **{ $count } Werte von jemand anderem sind überfällig**, in Vertretung:
 }
ask-late = { $count ->
    [one] { $name } für { $period } ist 1 Arbeitstag überfällig.
   *[other] { $name } für { $period } ist { $count } Arbeitstage überfällig.
 }
ask-was-asked = { $person } wurde am { $days } gefragt.
ask-not-reached = Keine Nachricht hat { $person } erreicht.
ask-last-of-all = { $count ->
    [one] Das ist die letzte Nachricht dazu.
   *[other] Das ist die letzte Nachricht zu diesen Werten.
 }
ask-button-enter-for = Für { $person } eintragen
ask-button-same = Wie zuletzt
ask-button-leave-out = Entfällt …
ask-button-snooze = Morgen wieder fragen
ask-button-hand-over = Übergeben …
ask-reason-label = Warum gibt es keinen Wert?
ask-left-out = Der Grund steht im Bericht.
ask-explained = { $count ->
    [one] Der Grund ist beim Wert gespeichert.
   *[other] { $count } Gründe sind bei ihren Werten gespeichert.
 }
ask-snoozed = Nach dem, was dann noch fehlt, wird { $at } wieder gefragt ({ $distance }).
ask-which-has-none = Welcher Wert entfällt?
ask-which-is-handed-over = Welche KPI geht an jemand anderen?
ask-to-whom = Wer ist ab jetzt für **{ $name }** zuständig? Gezeigt ist nur, wem ich schon begegnet bin; `/kpi übergeben` nimmt jeden auf dem Server.
ask-nobody-else = Ich bin noch niemandem sonst begegnet, der für **{ $name }** zuständig sein könnte. `/kpi übergeben` auf dem Server nimmt jeden dort.
ask-more = Mehr … ({ $from }–{ $until } von { $all } gezeigt)

## board

board-heading = { $scorecard } · **{ $period }**: { $count } von { $all } Werten sind da ({ $percent } %)
board-due = Die Werte sind { $due } fällig, { $distance }.
board-in-review = Der Bericht ist da; bis das Review geschlossen wird, zählen auch spätere Werte.
board-closed = Das Review ist geschlossen.
board-late = Überfällig, wartet auf { $person }: { $names }
board-waiting = Wartet auf { $person }: { $names }
board-later = Später erwartet: { $name }, { $at }
board-unexplained = Verfehlt, den Grund nennt noch { $person }: { $names }
board-left-out = ➖ Entfällt: { $name } ({ $reason })
board-submitted = Da von { $person }: { $names }
board-others = { $count ->
    [one] 1 weitere
   *[other] { $count } weitere
 }
board-more = { $count ->
    [one] … und 1 weitere Zeile; `/review status` sagt mehr
   *[other] … und { $count } weitere Zeilen; `/review status` sagt mehr
 }

## notice

notice-late = *Das kommt spät: fällig war es { $due }.*
notice-unreached = { $person }, hier wartet etwas, aber Direktnachrichten von diesem Server sind nicht erlaubt. `/checkin` zeigt, was fällig ist. Wer in den Privatsphäre-Einstellungen des Servers Direktnachrichten erlaubt, wird unter vier Augen gefragt.
notice-channel-gone = Der Teamkanal von **{ $scorecard }** auf **{ $server }** wurde gelöscht. Was dort stehen soll, wartet, bis mit `/scorecard ändern` ein anderer gewählt ist.
notice-exposed = { $channel }, den Teamkanal von **{ $scorecard }** auf **{ $server }**, sehen auch { $onlookers }, die diese private Scorecard nicht lesen dürfen. Was dort stehen soll, wartet. Mit `/scorecard ändern` einen Kanal wählen, den nur ihr Leserkreis sieht, oder sie in den Leserkreis aufnehmen.
told-taken-over = { $by } hat auf **{ $server }** die Scorecard **{ $scorecard }** von { $from } übernommen: { $by } leitet sie ab jetzt und liest alles darin. Das steht in `/protokoll`.
told-handed-over = { $count ->
    [one] { $by } hat dir auf **{ $server }** eine KPI von { $from } übergeben: { $kpis }. Nach ihren Werten wirst ab jetzt du gefragt.
   *[other] { $by } hat dir auf **{ $server }** { $count } KPIs von { $from } übergeben: { $kpis }. Nach ihren Werten wirst ab jetzt du gefragt.
}
told-consent-linked = { $by } erlaubt, dass { $source } aus { $scorecard } in { $into } zählt. Ab jetzt fließt es dort ein, als ein Eingang ohne seine Teile.
told-consent-allowed = { $by } erlaubt, dass { $source } aus { $scorecard } in { $into } verwendet wird. Gib deinen Befehl noch einmal.
told-consent-refused = { $by } möchte nicht, dass { $source } aus { $scorecard } in { $into } verwendet wird.
told-made-private = { $by } hat deine Scorecard **{ $scorecard }** auf **{ $server }** privat gemacht. Ihre Zahlen zählen weiter in { $names }, als Eingänge ohne ihre Teile. `/strategisches-ziel speist` mit `entfernen` beendet das.
told-departed = **{ $name }** ist nicht mehr auf **{ $server }**.
told-departed-kpis = { $count ->
    [one] Verwaist ist diese KPI: { $kpis }. Gefragt wird ab jetzt ihre Vertretung, sonst die Leitung ihrer Scorecard.
   *[other] Verwaist sind { $count } KPIs: { $kpis }. Gefragt werden ab jetzt ihre Vertretungen, sonst die Leitungen ihrer Scorecards.
}
told-departed-hand-over = `/kpi übergeben ab:{ $from }` gibt alle, die du leitest, an jemand anderen.
told-departed-cards = { $count ->
    [one] Die Scorecard { $scorecards } hat jetzt keine Leitung. `/scorecard ändern` mit `leitung` bestimmt eine neue; bei einer privaten Scorecard wird es, wer die Administration hat, mit `/scorecard übernehmen`.
   *[other] Die Scorecards { $scorecards } haben jetzt keine Leitung. `/scorecard ändern` mit `leitung` bestimmt eine neue; bei einer privaten Scorecard wird es, wer die Administration hat, mit `/scorecard übernehmen`.
}
told-away = { $by } hat auf **{ $server }** eingetragen: { $name } ist von { $from } bis { $until } abwesend. Anfragen an { $name } gehen so lange an die Vertretungen der KPIs, sonst an deren Leitungen. `/abwesend` zeigt das.
told-away-deputy = { $by } hat auf **{ $server }** eingetragen: { $name } ist von { $from } bis { $until } abwesend. Anfragen an { $name } gehen so lange an die Vertretung: { $deputy }. `/abwesend` zeigt das.
notice-channel-denied = { $count ->
    [one] In { $channel }, dem Teamkanal von **{ $scorecard }** auf **{ $server }**, kann ich nicht schreiben: Mir fehlt dort die Berechtigung { $missing }. Was dort stehen soll, wartet. Mit dieser Berechtigung in den Einstellungen des Kanals geht es von selbst weiter.
   *[other] In { $channel }, dem Teamkanal von **{ $scorecard }** auf **{ $server }**, kann ich nicht schreiben: Mir fehlen dort diese Berechtigungen: { $missing }. Was dort stehen soll, wartet. Mit ihnen in den Einstellungen des Kanals geht es von selbst weiter.
 }

## alert

alert-off-target = 🔴 **{ $name }** verfehlt das Ziel: **{ $value }** in { $period }, Ziel { $target }{ $gap }.
alert-still-open = **{ $name }**, jetzt { $status }: **{ $value }** in { $period }, Ziel { $target }{ $gap }.
alert-recovered = 🟢 **{ $name }** ist wieder im Ziel: **{ $value }** in { $period }, Ziel { $target }.
alert-recovered-withdrawn = ~~**{ $name }** ist wieder im Ziel: { $value } in { $period }~~ Zurückgezogen: Der Wert wurde berichtigt, und die Warnung ist wieder offen.
alert-retargeted = ~~**{ $name }** verfehlt das Ziel: { $value } in { $period }~~ Zurückgezogen: Das Ziel ist jetzt { $by }.
alert-withdrawn = ~~**{ $name }** verfehlt das Ziel: { $value } in { $period }~~ Zurückgezogen: Der Wert wurde berichtigt.
alert-too-high = , { $by } zu hoch
alert-too-low = , { $by } zu niedrig
alert-mention = { $person }
alert-note = { $person }: „{ $note }“
alert-drives = Wirkt auf { $names }.
alert-button-acknowledge = Annehmen
alert-button-snooze = Zurückstellen…
alert-acknowledged = Angenommen von { $by }
alert-acknowledged-until = Angenommen von { $by } bis { $day }
alert-snoozed = Zurückgestellt von { $by } bis { $day }
alert-comment = „{ $comment }“
alert-woken = Was { $by } bis heute angenommen hat, ist wieder offen.
alert-woken-snoozed = Was { $by } bis heute zurückgestellt hat, ist wieder offen.
alert-since = { $kind } seit { $since }
alert-kind-off-target = Ziel verfehlt
alert-kind-missing = fehlt
alert-kind-off-pace = hinter dem Jahresziel
alert-kind-hypothesis = die Verbindung hält nicht
alert-none = Für { $scorecard } ist keine Warnung offen.
alert-list = { $count ->
    [one] **1 offene Warnung** für { $scorecard }
   *[other] **{ $count } offene Warnungen** für { $scorecard }
 }
alert-list-next = `/warnungen annehmen` sagt, dass sich jemand kümmert, `/warnungen zurückstellen` lässt eine bis zu einem Tag ruhen.
alert-answered = Die Warnung zu { $name } ist angenommen. Sie sagt es und schweigt, bis die KPI wieder im Ziel ist.
alert-answered-until = Die Warnung zu { $name } ist bis { $day } angenommen. Sie sagt es und meldet sich dann wieder.
alert-answered-snoozed = Die Warnung zu { $name } ruht bis { $day } und meldet sich dann wieder.
alert-choose = Eine Warnung beantworten…
alert-form-acknowledge = Warnung annehmen
alert-form-snooze = Warnung zurückstellen
alert-form-comment = Was wird dagegen getan?
alert-form-comment-optional = Warum? Darf leer bleiben
alert-form-until = Bis wann? Etwa Freitag oder in 2 Wochen
alert-form-until-optional = Bis wann? Darf leer bleiben
command-alerts = Warnungen: was offen ist, und sie beantworten
command-alerts-list = Die Warnungen einer Scorecard zeigen, die nicht vorbei sind
command-alerts-list-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-alerts-acknowledge = Sagen, dass sich jemand um eine Warnung kümmert, und wie
command-alerts-acknowledge-option-alert = Welche Warnung, oder ihre KPI
command-alerts-acknowledge-option-comment = Was dagegen getan wird
command-alerts-acknowledge-option-until = Bis wann, z. B. 2026-12-20, Freitag, in 2 Wochen; ohne Angabe bis zur Erholung
command-alerts-snooze = Eine Warnung bis zu einem Tag ruhen lassen, an dem sie sich von selbst meldet
command-alerts-snooze-option-alert = Welche Warnung, oder ihre KPI
command-alerts-snooze-option-until = Bis wann, z. B. 2026-12-20, Freitag, in 2 Wochen
command-alerts-snooze-option-comment = Warum

## watch

watch-withdrawn = Zurückgenommen: Der Wert wurde berichtigt.
watch-missing = { $count ->
    [one] ⚪ **1 Wert ist überfällig:**
   *[other] ⚪ **{ $count } Werte sind überfällig:**
 }
watch-missing-line = • { $kpi } für { $period }, wartet auf { $person }
watch-came = { $count ->
    [one] **1 Wert kam verspätet:**
   *[other] **{ $count } Werte kamen verspätet:**
 }
watch-came-line = • { $kpi } für { $period }
watch-unanswered = { $count ->
    [one] 🔴 **Verfehlt sein Ziel noch immer, und niemand hat geantwortet:**
   *[other] 🔴 **{ $count } KPIs verfehlen ihr Ziel noch immer, und niemand hat geantwortet:**
 }
watch-since = • { $kpi }, seit { $since }
watch-since-owner = • { $kpi }, seit { $since } ({ $owner })
watch-off-pace = { $count ->
    [one] **Hinter dem Plan: 1 KPI verfehlt so ihr Jahresziel.**
   *[other] **Hinter dem Plan: { $count } KPIs verfehlen so ihr Jahresziel.**
 }
watch-on-pace = { $count ->
    [one] **Wieder im Plan: 1 KPI.**
   *[other] **Wieder im Plan: { $count } KPIs.**
 }
watch-pace = • { $kpi }: unterwegs zu { $outlook }, das Jahresziel ist { $target }
watch-links = { $count ->
    [one] **Eine Verbindung, die sich nicht zeigt:**
   *[other] **{ $count } Verbindungen, die sich nicht zeigen:**
 }
watch-failing = • { $cause } ist seit drei Zeiträumen im Ziel, und { $effect }, worauf es wirkt, verfehlt sein Ziel. Ist es die richtige Ursache?
watch-links-again = { $count ->
    [one] **Eine Verbindung, die sich nicht gezeigt hatte:**
   *[other] **{ $count } Verbindungen, die sich nicht gezeigt hatten:**
 }
watch-holding = • { $effect }, worauf { $cause } wirkt, spricht nicht mehr dagegen

## digest

digest-preliminary = *Vorläufig: Es werden noch Werte erwartet.*
digest-updated = *Ergänzt um Werte, die später kamen.*
digest-no-more = *Hier steht nichts mehr: Der Bericht ist kürzer geworden.*
digest-off-target = { $count ->
    [one] **Ziel verfehlt: 1 KPI**
   *[other] **Ziel verfehlt: { $count } KPIs**
 }
digest-note = : „{ $note }“
digest-waiting = Wartet auf **{ $name }** ({ $person })
digest-decisions = { $count ->
    [one] **Offener Beschluss: 1**
   *[other] **Offene Beschlüsse: { $count }**
 }
digest-initiatives = { $count ->
    [one] **Überfällige Maßnahme: 1**
   *[other] **Überfällige Maßnahmen: { $count }**
 }
digest-targets = { $count ->
    [one] **Geändertes Ziel: 1**
   *[other] **Geänderte Ziele: { $count }**
 }
retarget-ahead = { $kpi } Ziel { $before } → { $after } · { $person }, { $day }
retarget-begun = { $kpi } Ziel { $before } → { $after } · { $person }, { $day }, als der Zeitraum schon lief
retarget-over = { $kpi } Ziel { $before } → { $after } · { $person }, { $day }, rückwirkend
retarget-owner = { $person } (selbst zuständig)
retarget-red = { $target } (Warnschwelle { $red })
retarget-reason = : „{ $reason }“
digest-expected = Wird später erwartet: **{ $name }** ({ $person }), bekannt am { $day }
digest-closed = Das Review ist ohne Sitzung geschlossen, und diese Zahlen sind veröffentlicht.
digest-closed-by = Das Review wurde von { $person } geschlossen, und diese Zahlen sind veröffentlicht.
digest-closed-decisions = Beschlossen:
digest-closed-no-decisions = Nichts wurde beschlossen.
digest-closed-missing = { $count ->
    [one] 1 Wert kam nie; wer zuständig ist, kann ihn noch nachtragen.
   *[other] { $count } Werte kamen nie; wer zuständig ist, kann sie noch nachtragen.
 }

## sponsor

sponsor-none-off-target = Keine KPI verfehlt ihr Ziel.
sponsor-button-comment = Kommentieren
sponsor-comment = **{ $by }**, Sponsor, zu { $period }: „{ $text }“
sponsor-comment-manager = **{ $by }** zu { $period }: „{ $text }“
sponsor-commented = Der Kommentar steht im Thread des Reviews oder unter dem Bericht.
sponsor-form-title = Bericht kommentieren
sponsor-form-label = Was ist zu sagen?

## review

command-review = Reviews: wie sie stehen, wann ihre Schritte kommen, der Kalender, das Schließen
command-review-status = Zeigen, wie die Reviews stehen, oder warum jemand gefragt wurde, oder nicht
command-review-status-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-review-status-option-kpi = Zeigen, warum nach den Werten dieser KPI gefragt wurde, oder nicht
command-review-status-option-person = Zeigen, wonach diese Person gefragt wurde und warum
command-review-status-option-period = Welcher Zeitraum, z. B. 2026-11; ohne Angabe der des neuesten Reviews
command-review-schedule = Zeigen oder ändern, wann gefragt wird, Werte fällig sind und der Bericht erscheint
command-review-schedule-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-review-schedule-option-prompt = Wann Zuständige gefragt werden, z. B. day 1 09:00
command-review-schedule-option-due = Wann Werte fällig sind, z. B. business day 5 17:00
command-review-schedule-option-digest = Wann der Bericht erscheint, z. B. business day 6 10:00
command-review-schedule-option-early = Den Bericht zeigen, sobald alles da ist
command-review-schedule-option-meeting = Wann das Treffen ist, z. B. business day 7 14:00; none für kein Treffen
command-review-calendar = Feiertage und Ruhezeit dieses Servers zeigen oder ändern
command-review-calendar-option-add-holidays = Tage, die dazukommen, z. B. 2026-12-25 2026-12-26
command-review-calendar-option-remove-holidays = Tage, die wegfallen, z. B. 2026-12-26
command-review-calendar-option-quiet-hours = Stunden, in denen niemand angeschrieben wird, z. B. 20:00-07:00; none für keine
command-review-close = Ein Review schließen: die Zahlen sind veröffentlicht, der Zeitraum ist gesperrt
command-review-close-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-review-close-option-period = Welches Review, z. B. 2026-11; ohne Angabe das älteste offene
command-review-close-option-decisions = Was es beschlossen hat, mit Semikolon getrennt, oder keine; unnötig nach /beschluss hinzufügen
review-status = Reviews von { $scorecard }
review-none-open = Kein Review ist offen.
review-opens = Das Review für { $period } öffnet { $at }, { $distance }.
review-collecting = Werte kommen herein
review-in-review = in Besprechung
review-closed = geschlossen
review-standing = **{ $period }**: { $state } · { $count } von { $expected } Werten sind da
review-step-prompt = Zuständige werden gefragt
review-step-before = Erinnerung am Arbeitstag davor
review-step-remind = Erinnerung am Tag selbst
review-step-overdue = Überfällig
review-step-deputy = Mahnung an Zuständige und Vertretung
review-step-manager = Letzte Mahnung, an die Leitung
review-step-due = Werte sind fällig
review-step-digest = Bericht
review-step-close = Schließen
review-step-done = { $step }: { $at }
review-step-skipped = { $step }: nicht gesagt am { $at }, { $reason }
review-step-coming = { $step }: { $at }, { $distance }
missed-while = Der Bot war vom { $from } bis { $until } nicht auf diesem Server. Fällig war in dieser Zeit:
missed-review = { $scorecard } · **{ $period }**
missed-late = Wird jetzt nachgeholt: { $steps }
missed-left-out = Entfällt, weil es nichts mehr nützt: { $steps }
why-asked-kpi = { $kpi } · { $period }
why-asked-owner = { $kpi } · { $period }: zuständig ist { $person }.
why-asked-in-place = { $kpi } · { $period }: zuständig ist { $person }, weil { $owner } bis { $day } abwesend ist.
why-asked-left = { $kpi } · { $period }: zuständig ist { $person }, weil { $owner } den Server verlassen hat.
why-asked-ownerless = { $kpi } · { $period }: ohne Zuständige, daher ist { $person } gefragt, wer { $scorecard } leitet.
why-asked-none = Keine KPI betrifft { $person } hier.
why-asked-more = { $count ->
    [one] Eine weitere KPI; als `kpi:` angegeben ist sie zu sehen.
   *[other] { $count } weitere KPIs; als `kpi:` angegeben ist eine zu sehen.
 }
why-asked-archived = Seit { $day } außer Gebrauch; niemand wird gefragt.
why-asked-computed = Eine Formel ergibt die Werte; niemand wird gefragt.
why-asked-before = Das erste Review ist das für { $period }.
why-asked-frequency = In diesem Zeitraum ist kein Wert fällig. Der nächste ist der für { $period }, im Review für { $review }.
why-asked-in = Der Wert kam von { $person }, { $at }; danach wird niemand gefragt.
why-asked-not-applicable = Nicht anwendbar, sagte { $person }, { $at }: „{ $reason }“. Danach wird niemand gefragt.
why-asked-carried = Wo nichts eingetragen wird, gilt der letzte Wert; nur die erste Nachricht fragt danach.
why-asked-known = Der Wert wird am { $day } bekannt; vorher wird niemand gefragt.
why-asked-running = Der Zeitraum läuft bis { $day }; vorher wird niemand gefragt.
why-asked-not-open = Das Review ist noch nicht offen; es öffnet { $at }.
why-asked-closed = Das Review ist geschlossen; niemand wird mehr gefragt.
why-asked-weekly = Nach Wochenwerten wird einmal gefragt, und einmal wird erinnert.
why-asked-away = { $person } ist bis { $day } abwesend; gefragt wird { $other }.
why-asked-deputy = { $person } vertritt und wird ab der zweiten Überfällig-Nachricht gefragt.
why-asked-last = { $person } erfährt es zuletzt, für die Leitung.
why-asked-not-theirs = { $person } ist dafür nicht zuständig.
why-asked-no-reader = { $person } darf diese private Scorecard nicht lesen.
why-asked-direct = { $step }: { $person }, { $at }
why-asked-joined = { $step }: { $person }, { $at }, in der Nachricht, die der Tag schon gebracht hatte
why-asked-put-off = { $step }: von { $person } verschoben auf { $at }
why-asked-channel = { $step }: { $person } nimmt keine Direktnachrichten an; der Team-Kanal wurde gefragt, { $at }
why-asked-nowhere = { $step }: { $person } nimmt keine Direktnachrichten an, und kein Team-Kanal wurde gefragt
why-asked-waits = { $step }: { $person }, noch nicht gesendet
why-asked-too-late = { $step }: nicht gesagt; der Bot kam { $at } dazu, als es nichts mehr nützte
why-asked-coming = { $step }: { $person }, { $at }, { $distance }
why-asked-moved = (geplant { $at }, verschoben durch Ruhezeiten oder einen freien Tag)
review-word = Wartet auf eine Notiz zu **{ $name }**, Ziel verfehlt ({ $person })
review-schedule = Reviews von { $scorecard }
review-schedule-unsaved = Noch ist nichts geändert. Das wartet eine halbe Stunde.
review-schedule-save = Speichern
review-schedule-next = Um eine Zeit zu ändern, sie als Option angeben, etwa `/review planen fällig:business day 5 17:00`.
review-day = Tag { $day }, { $time }
review-business-day = Werktag { $day }, { $time }
review-instant = { $step }: { $local } · hier { $at }
review-quiet-hours = Ruhezeit: **{ $hours }**
review-holidays = Kommende Feiertage: { $days }
review-no-holidays = Kein Feiertag steht bevor. Werktage sind Montag bis Freitag.
review-holidays-added = Feiertage hinzugefügt: { $days }
review-holidays-removed = Feiertage entfernt: { $days }
review-calendar-next = An Ruhetagen und in der Ruhezeit wird niemand gefragt; eine Nachricht wartet auf die nächste erlaubte Zeit. Die Administration ändert das mit den Optionen von `/review kalender`.
review-closed-now = Das Review für { $period } von { $scorecard } ist geschlossen, und die Zahlen sind veröffentlicht.
review-closed-decisions = { $count ->
    [one] Es hat 1 Beschluss gefasst; `/beschluss liste` zeigt ihn.
   *[other] Es hat { $count } Beschlüsse gefasst; `/beschluss liste` zeigt sie.
 }
review-closed-told = Der Teamkanal erfährt es.
review-opened-now = Das Review für { $period } von { $scorecard } ist offen: Der Bericht und der Thread des Treffens kommen sofort.
review-reopened-now = Das Review für { $period } von { $scorecard } ist wieder offen. Der Zeitraum ist nicht mehr gesperrt; mit dem Schließen werden die Zahlen neu veröffentlicht.
review-reopened = { $person } hat das Review für { $period } von { $scorecard } wieder geöffnet: „{ $reason }“. Bis es geschlossen wird, können sich die veröffentlichten Zahlen ändern.
command-review-open = Ein Review vorzeitig öffnen: Der Bericht erscheint, und der Thread des Treffens beginnt
command-review-open-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-review-open-option-period = Welches Review, z. B. 2026-11; ohne Angabe das älteste, dem noch Werte fehlen
command-review-reopen = Ein geschlossenes Review mit Begründung wieder öffnen: Der Zeitraum ist nicht mehr gesperrt
command-review-reopen-option-reason = Warum
command-review-reopen-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-review-reopen-option-period = Welches Review, z. B. 2026-11; ohne Angabe das zuletzt geschlossene

## meeting

meeting-heading = **Treffen zu { $period }**
meeting-time = Es ist { $at }, { $distance }.
meeting-decisions = { $count ->
    [0] Kein Beschluss früherer Reviews ist offen.
    [one] **Zuerst: 1 offener Beschluss**
   *[other] **Zuerst: { $count } offene Beschlüsse**
 }
meeting-dives = { $count ->
    [one] **Dann: 1 KPI, die ihr Ziel nicht erreicht**
   *[other] **Dann: { $count } KPIs, die ihr Ziel nicht erreichen, die gewichtigste zuerst**
 }
meeting-next = `/beschluss hinzufügen` hält fest, was ihr beschließt; `/review schließen` veröffentlicht die Zahlen.

## decision

command-decision = Was Reviews beschlossen haben
command-decision-add = Aufschreiben, was ein Review beschlossen hat: wer es tut und bis wann
command-decision-add-option-text = Was beschlossen wurde
command-decision-add-option-owner = Wer es tut
command-decision-add-option-due = Bis wann, z. B. 2026-12-20, 20. Dez, Freitag, in 2 Wochen
command-decision-add-option-kpi = Die KPI, um die es geht
command-decision-add-option-objective = Das strategische Ziel, um das es geht
command-decision-add-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-decision-add-option-review = Welches Review es beschlossen hat, z. B. 2026-11; ohne Angabe das offene
command-decision-list = Zeigen, was beschlossen und noch offen ist oder zuletzt abgeschlossen wurde
command-decision-list-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-decision-list-option-state = Die offenen oder die zuletzt abgeschlossenen
command-decision-close = Einen Beschluss abschließen, der erledigt ist oder nicht mehr gilt
command-decision-close-option-decision = Welcher offene Beschluss
command-decision-close-option-outcome = Was dabei herauskam
decision-added = Beschlossen im Review für { $period } von { $scorecard }:
decision-added-early = Beschlossen für { $scorecard }, noch vor dem ersten Review:
decision-next = Der nächste Bericht nennt es, bis `/beschluss schließen` sagt, dass es erledigt ist.
decision-closed = Abgeschlossen: { $text }
decision-outcome = „{ $outcome }“
decision-removed = Zurückgenommen, als wäre es nicht beschlossen: { $text }
decision-reopened = Wieder offen: { $text }
decision-list = { $count ->
    [one] **1 offener Beschluss** von { $scorecard }
   *[other] **{ $count } offene Beschlüsse** von { $scorecard }
 }
decision-list-closed = { $count ->
    [one] **Der zuletzt abgeschlossene Beschluss** von { $scorecard }
   *[other] **Die { $count } zuletzt abgeschlossenen Beschlüsse** von { $scorecard }
 }
decision-list-next = `/beschluss schließen` schließt einen ab.
decision-list-older = `/protokoll` zeigt ältere.
decision-none = Aus den Reviews von { $scorecard } ist nichts offen. `/beschluss hinzufügen` schreibt einen Beschluss auf.
decision-none-closed = Noch wurde kein Beschluss von { $scorecard } abgeschlossen.
decision-due = fällig { $day }
decision-overdue = **überfällig seit { $day }**
decision-closed-on = abgeschlossen { $at }

## initiative

command-initiative = Was für KPIs und strategische Ziele getan wird
command-initiative-add = Eine Maßnahme beginnen: wer was für eine KPI oder ein Ziel tut und bis wann
command-initiative-add-option-name = Was getan wird, z. B. Rückgewinnungsanrufe
command-initiative-add-option-kpi = Die KPI, um die es geht
command-initiative-add-option-objective = Das strategische Ziel, um das es geht, statt einer KPI
command-initiative-add-option-owner = Wer es tut; ohne Angabe die eigene Person
command-initiative-add-option-start = Wann es beginnt, z. B. 2026-12-01, Montag, morgen
command-initiative-add-option-due = Bis wann, z. B. 2026-12-20, 20. Dez, Freitag, in 2 Wochen
command-initiative-add-option-budget = Was es kosten darf, z. B. 12.000 €, 12k EUR, 40 Tage
command-initiative-add-option-effect = Was davon erwartet wird, z. B. Abwanderung wieder bei 2 %
command-initiative-add-option-milestones = Mit Semikolon getrennt, z. B. Pilot bis 15. Jan; Start bis 1. März
command-initiative-update = Sagen, wie weit eine Maßnahme ist, oder sie ändern; Gesagtes bleibt erhalten
command-initiative-update-option-initiative = Welche Maßnahme
command-initiative-update-option-percent = Wie viel davon erledigt ist, 0 bis 100
command-initiative-update-option-status = Wie sie steht
command-initiative-update-option-note = Wie es läuft
command-initiative-update-option-reached = Ein Meilenstein, der erreicht ist
command-initiative-update-option-spent = Was sie bisher gekostet hat, z. B. 3.000 €
command-initiative-update-option-due = Bis wann, z. B. 2026-12-20, 20. Dez, in 2 Wochen
command-initiative-update-option-owner = Wer sie von jetzt an umsetzt
command-initiative-update-option-name = Ihr neuer Name
command-initiative-update-option-start = Wann sie beginnt
command-initiative-update-option-budget = Was sie kosten darf
command-initiative-update-option-effect = Was davon erwartet wird
command-initiative-update-option-milestones = Weitere Meilensteine, mit Semikolon getrennt, z. B. Pilot bis 15. Jan
command-initiative-list = Zeigen, was für die KPIs und Ziele einer Scorecard getan wird
command-initiative-list-option-scorecard = Welche Scorecard; ohne Angabe die dieses Kanals
command-initiative-list-option-kpi = Nur, was für diese KPI getan wird
command-initiative-list-option-state = Die offenen oder die beendeten
command-initiative-show = Eine Maßnahme mit Meilensteinen und dem, was dazu gesagt wurde, zeigen
command-initiative-show-option-initiative = Welche Maßnahme
initiative-added = { $name } ist begonnen, für { $about }.
initiative-next = Wer zuständig ist, wird vor dem Tag erinnert. `/maßnahme aktualisieren` sagt, wie weit sie ist.
initiative-next-undated = `/maßnahme aktualisieren` sagt, wie weit sie ist und bis wann sie fertig sein soll.
initiative-updated = { $name } ist geändert.
initiative-note = „{ $note }“
initiative-said = { $at } · { $by }: { $status }, { $percent } %
initiative-start = Ab { $day }
initiative-budget = Budget { $budget }
initiative-spent = Ausgegeben { $spent }
initiative-money = Budget { $budget }, ausgegeben { $spent }
initiative-effect = Erwartet: { $effect }
initiative-mark-due = • { $name }, fällig { $day }
initiative-mark-reached = • { $name }, erreicht { $day }
initiative-standing = { $status }, { $percent } %
initiative-list = { $count ->
    [one] **1 Maßnahme** für { $of }
   *[other] **{ $count } Maßnahmen** für { $of }
 }
initiative-list-closed = { $count ->
    [one] **1 beendete Maßnahme** für { $of }
   *[other] **{ $count } beendete Maßnahmen** für { $of }
 }
initiative-list-next = `/maßnahme zeigen` zeigt eine ganz, `/maßnahme aktualisieren` sagt, wie weit sie ist.
initiative-none = Für { $of } wird nichts getan, wovon ich weiß. `/maßnahme hinzufügen` beginnt etwas.
initiative-none-closed = Noch ist keine Maßnahme für { $of } beendet.
initiative-action = Maßnahme: { $what }.
initiative-actions-more = { $count ->
    [one] 1 weitere Maßnahme: `/maßnahme liste` zeigt sie.
   *[other] { $count } weitere Maßnahmen: `/maßnahme liste` zeigt sie.
 }
initiative-form-title = Maßnahme hinzufügen
initiative-form-name = Was wird getan?
initiative-form-due = Bis wann? Etwa 20. Dez oder in 2 Wochen
initiative-form-effect = Was wird davon erwartet?
initiative-form-milestones = Meilensteine, einer je Zeile
initiative-button-add = Maßnahme hinzufügen

## import

command-import = KPIs oder Werte aus einer CSV- oder XLSX-Datei einlesen; zeigt vorher, was geschähe
command-import-option-file = Die Datei, mit einer Kopfzeile
command-import-option-what = Was darin ist: KPIs mit ihren Zielen oder Werte
command-import-option-reason = Warum, wenn Werte berichtigen, was ein geschlossenes Review veröffentlicht hat
import-reading = **{ $file }** wird gelesen…
import-writing = Die Zeilen werden geschrieben…
import-headline-kpis = { $count ->
    [one] **Eine Zeile mit KPIs**
   *[other] **{ $number } Zeilen mit KPIs**
 }
import-headline-actuals = { $count ->
    [one] **Eine Zeile mit Werten**
   *[other] **{ $number } Zeilen mit Werten**
 }
import-count-new = { $number } neu
import-count-changed = { $number } geändert
import-count-unchanged = { $number } unverändert
import-made = Dafür angelegt: { $list }
import-made-scorecards = { $number } Scorecards
import-made-perspectives = { $count ->
    [one] eine Perspektive
   *[other] { $number } Perspektiven
 }
import-made-objectives = { $count ->
    [one] ein strategisches Ziel
   *[other] { $number } strategische Ziele
 }
import-made-kpis = { $count ->
    [one] eine KPI
   *[other] { $number } KPIs
 }
import-made-drives = { $count ->
    [one] eine Verbindung der Strategiekarte
   *[other] { $number } Verbindungen der Strategiekarte
 }
import-change-value = { $name } · { $period }: { $before } → { $after }
import-change-note = { $name } · { $period }: { $value }, mit anderer Notiz
import-change-kpi = { $name }: { $fields }
import-change-links = { $name }
import-changes-more = { $count ->
    [one] und eine weitere Änderung
   *[other] und { $number } weitere Änderungen
 }
import-assumed = { $count ->
    [one] Ein Ziel hat keine Warnschwelle, also wird eine angenommen.
   *[other] { $number } Ziele haben keine Warnschwelle, also wird für jedes eine angenommen.
 } { $example }
import-assumed-example = { $name }: Ziel { $target }, Warnschwelle { $red }
import-own-values = { $names }: Eine Datei enthält den eigenen Wert jeder Periode, auch wenn Formulare die Jahressumme nehmen.
import-nothing-yet = Noch ist nichts geschrieben. Diese Vorschau wartet eine halbe Stunde.
import-nothing-to-do = Alles in dieser Datei ist schon hier, also gibt es nichts einzulesen.
import-button = { $count ->
    [one] Eine Zeile einlesen
   *[other] { $number } Zeilen einlesen
 }
import-button-cancel = Abbrechen
import-differs = Seit der Vorschau hat sich etwas geändert, also wurde nichts geschrieben. Das würde die Datei jetzt bewirken.
import-done-kpis = { $count ->
    [one] **Eine Zeile mit KPIs ist eingelesen.**
   *[other] **{ $number } Zeilen mit KPIs sind eingelesen.**
 }
import-done-actuals = { $count ->
    [one] **Eine Zeile mit Werten ist eingelesen.**
   *[other] **{ $number } Zeilen mit Werten sind eingelesen.**
 }
import-told = { $count ->
    [one] Der Teamkanal erfährt von einer KPI mit neuem Status.
   *[other] Die Teamkanäle erfahren von { $number } KPIs mit neuem Status.
 }
import-next-kpis = Weiter: ihre Werte, mit `/import` oder `/eintragen`.
import-next-actuals = `/übersicht` zeigt sie.
import-cancelled = Der Import ist abgebrochen. Nichts wurde geschrieben.
import-gone = Diese Vorschau wurde schon benutzt oder hat länger als eine halbe Stunde gewartet. `/import` zeigt eine neue.

## export

command-export = KPIs oder Werte als Datei holen, mit den Spalten von /import
command-export-option-what = Was die Datei enthält
command-export-option-format = CSV oder Tabelle (XLSX); ohne Angabe CSV
command-export-option-scorecard = Nur diese Scorecard; ohne Angabe alles, was man sehen darf
export-writing = Die Datei wird geschrieben …
export-nothing = Es gibt noch nichts zu exportieren. `/kpi hinzufügen` legt eine KPI an, `/eintragen` ihren ersten Wert.
export-kpis = { $count ->
    [one] **Eine Zeile mit KPIs**
   *[other] **{ $number } Zeilen mit KPIs**
 }: { $kpis } KPIs, eine Zeile für jedes Ziel.
export-actuals = { $count ->
    [one] **Ein Wert**
   *[other] **{ $number } Werte**
 } von { $kpis } KPIs.
export-computed = { $count ->
    [one] 1 KPI wird berechnet, ihre Werte stehen nicht in der Datei.
   *[other] { $count } KPIs werden berechnet, ihre Werte stehen nicht in der Datei.
 }
export-files = Sie stehen in { $count } Dateien, jede so lang, wie ein Import sie nimmt.
export-next = Sie enthält, was man sehen darf, sortiert, und lässt sich mit `/import` wieder einlesen.
import-refused = { $count ->
    [one] **Eine Zeile ist abgelehnt, also wird nichts aus dieser Datei eingelesen.**
   *[other] **{ $number } Zeilen sind abgelehnt, also wird nichts aus dieser Datei eingelesen.**
 }
import-refused-line = Zeile { $line }, `{ $column }`: { $reason }
import-refused-next = Die Datei ausbessern, dann noch einmal geben.
import-alerts-off-target = { $count ->
    [one] 🔴 **Eine KPI** verfehlt nach einem Import das Ziel:
   *[other] 🔴 **{ $count } KPIs** verfehlen nach einem Import das Ziel:
 }
import-alerts-recovered = { $count ->
    [one] 🟢 **Eine KPI** ist wieder im Ziel:
   *[other] 🟢 **{ $count } KPIs** sind wieder im Ziel:
 }
import-alert-line = { $name } **{ $value }** in { $period }, Ziel { $target }{ $gap }{ $owner }
import-alert-still-open = { $name } jetzt { $status }: **{ $value }** in { $period }, Ziel { $target }{ $gap }{ $owner }
import-alert-retargeted = ~~{ $name } { $value } in { $period }~~ Zurückgezogen: Das Ziel ist jetzt { $by }.
import-alert-withdrawn = ~~{ $name } { $value } in { $period }~~ Zurückgezogen: Der Wert wurde berichtigt.
import-file-too-large = Diese Datei ist zu groß. Die größte lesbare hat { $most } MB.
import-file-too-many-rows = Diese Datei hat mehr als { $most } Zeilen. Sie teilen und die Teile nacheinander einlesen.
import-file-empty = Diese Datei ist leer. Ihre erste Zeile nennt die Spalten.
import-file-not-utf8 = Zeile { $line } dieser Datei ist nicht in UTF-8. Als „CSV UTF-8“ oder als XLSX speichern.
import-file-broken-xlsx = Diese Datei lässt sich nicht als XLSX öffnen. Noch einmal als XLSX oder als „CSV UTF-8“ speichern.
import-file-broken-csv = Zeile { $line } dieser Datei ist nicht lesbar: Eine Zelle in Anführungszeichen endet nicht, wo sie soll.
import-file-columns = { $count ->
    [one] Dieser Datei fehlt die Spalte { $missing }.
   *[other] Dieser Datei fehlen die Spalten { $missing }.
 } Nötig sind { $required }.
import-file-unknown = { $count ->
    [one] Die Spalte { $unknown } ist unbekannt.
   *[other] Die Spalten { $unknown } sind unbekannt.
 } Bekannt sind { $known }.
import-file-repeated = Diese Datei hat die Spalte `{ $column }` zweimal. Eine weglassen.
import-row-several = { $typed } gibt es mehrfach ({ $noun }).
import-row-computed = Diese KPI wird durch ihre Formel berechnet, also nimmt sie keine Werte.
import-row-published = Die Zahlen für { $period } sind veröffentlicht, und das würde sie ändern. Um es trotzdem zu tun, die Datei noch einmal geben und in `grund` sagen, warum.
import-row-second-not-applicable = Die Periode daneben ist schon nicht anwendbar. Eine zweite nacheinander kann nur { $manager } so eintragen.
import-row-fixed = Diese KPI hat Werte, also bleiben Einheit, Richtung, Häufigkeit und Zusammenfassung, wie sie sind. Um anders zu messen, ein neues Kürzel angeben.
import-row-past = Ziele von Zeiträumen, die vorbei sind, bleiben, wie sie waren. Ein neues kann ab { $running } gelten.
import-row-contradicts = Zeile { $line } sagt für dasselbe Kürzel etwas anderes. Es in eine der beiden schreiben.
import-row-taken = Dieses Kürzel ist schon vergeben. Ein anderes wählen.
import-row-taken-name = Dieser Name ist schon vergeben. Einen anderen wählen.
import-row-from-alone = `from` sagt, ab wann ein Ziel gilt, und in dieser Zeile steht keines.
import-row-judged = Veröffentlichte Werte würden anders bewertet. `/kpi ändern` tut das und fragt, warum.
import-row-only-alone = `only` sagt, dass ein Ziel nur für den Zeitraum in `from` gilt, und `from` ist leer.
import-noun-kpi = KPI mit dem Kürzel
import-noun-person = Person
import-hint-kpi = `/kpi liste` zeigt die Kürzel. Neue KPIs zuerst einlesen, mit `inhalt: KPIs`.
import-hint-objective = Es gehört zur selben Scorecard und steht in dieser Datei oder ist schon da.
import-hint-person = Den Namen schreiben, wie der Server ihn zeigt, oder die Discord-Nummer der Person.
import-cell-missing = Diese Zelle darf nicht leer sein.
import-cell-too-many = Diese Zeile hat mehr Zellen als die Kopfzeile.
import-cell-repeated = Dasselbe steht schon in Zeile { $line }.
import-cell-too-long = Dieser Text hat { $length } Zeichen; höchstens 1000 sind möglich.
import-cell-decimals = { $typed } ist keine Zahl von Nachkommastellen. Möglich ist 0 bis 10.
import-cell-word = { $typed } ist unbekannt. Möglich sind { $accepted }.
import-cell-number = { $typed } ist nicht als Zahl lesbar. Mit Dezimalpunkt und ohne Tausendertrennung schreiben, etwa `1234.5`; wo Semikolons die Zellen trennen, geht auch ein Dezimalkomma.
import-cell-yes-no = Diese KPI nimmt `yes` oder `no`, nicht { $typed }.
import-cell-yes-no-option = { $typed } ist weder `yes` noch `no`.
import-cell-day = { $typed } ist kein Tag nach der Periode. Eine Zahl von 1 bis { $most } schreiben.

## settings

command-settings = Die Einstellungen dieses Servers zeigen oder die angegebenen ändern
command-settings-option-number-format = Wie Zahlen gelesen und geschrieben werden
command-settings-option-time-zone = Die Zeitzone neuer Scorecards, z. B. Europe/Berlin
command-settings-option-fiscal-start = Der Monat, in dem das Geschäftsjahr neuer Scorecards beginnt, 1 bis 12
command-settings-option-administrator-role = Eine Rolle, deren Mitglieder mich verwalten; @everyone für keine
command-settings-option-coverage-floor = Vorläufig ist eine Punktzahl, solange weniger Gewicht vorliegt, in Prozent
command-settings-option-alert-wait = Wie viele Sekunden eine Warnung wartet, damit ein Versehen zurückgenommen werden kann
command-settings-option-pictures = Wie Bilder in Kanälen aussehen: hell oder dunkel
command-settings-option-my-pictures = Wie Bilder aussehen, die nur du siehst; alle wählen für sich selbst
settings-line = { $field }: **{ $value }**
settings-format-unset = nicht gewählt, also frage ich nach, wo `1.234` zwei Zahlen sein kann
settings-no-role = alle mit Server verwalten
settings-percent = { $percent } %
settings-seconds = { $seconds ->
    [one] 1 Sekunde
   *[other] { $seconds } Sekunden
 }
settings-next = Um etwas zu ändern, es als Option angeben, etwa `/einstellungen zahlenformat`. Zeitzone und Geschäftsjahr gelten für neue Scorecards.
settings-next-member = Die Administration kann sie ändern. Wie Bilder für dich aussehen, wählst du selbst: `/einstellungen meine_bilder`.

## help

command-help = Sagen, was hier möglich ist
help-direct = Hier frage ich nach fälligen Werten, und `/checkin` öffnet das Formular. Alles andere geschieht auf dem Server: dort `/hilfe` geben.
help-what = Ich führe die Scorecards dieses Servers: Ich frage nach Werten, sage, wie gut sie sind, und melde mich, wenn ein Ziel verfehlt wird.
help-start = Hier gibt es noch keine Scorecard. Eine Vorlage macht eine in einer Minute; dann nimmt `/eintragen` den ersten Wert.
help-start-member = Hier gibt es noch keine Scorecard. Wer die Berechtigung **Server verwalten** hat, kann eine beginnen.
help-owner = { $count ->
    [one] **Die eigene KPI:** { $names }. `/checkin` zeigt, ob ihr Wert fällig ist, `/eintragen` nimmt jederzeit einen, `/maßnahme hinzufügen` sagt, was dafür getan wird.
   *[other] **Die eigenen { $count } KPIs:** { $names }. `/checkin` zeigt, was fällig ist, `/eintragen` nimmt jederzeit einen Wert, `/maßnahme hinzufügen` sagt, was für eine getan wird.
 }
help-member = **Zum Ansehen:** `/übersicht` zeigt, wie es steht ({ $scorecards ->
    [one] 1 Scorecard
   *[other] { $scorecards } Scorecards
 }, { $kpis ->
    [one] 1 KPI
   *[other] { $kpis } KPIs
 }), `/scorecard zeigen` und `/kpi zeigen`, was dahintersteht.
help-manager = { $count ->
    [one] **Unter dieser Leitung:** { $names }. `/strategisches-ziel hinzufügen`, `/kpi hinzufügen`, `/kpi ziel` und `/kpi übergeben` bauen sie aus; `/review schließen` beendet ein Review mit seinen Beschlüssen, `/warnungen liste` zeigt, was offen ist.
   *[other] **Unter dieser Leitung:** { $names }. `/strategisches-ziel hinzufügen`, `/kpi hinzufügen`, `/kpi ziel` und `/kpi übergeben` bauen sie aus; `/review schließen` beendet ein Review mit seinen Beschlüssen, `/warnungen liste` zeigt, was offen ist.
 }
help-administrator = **Für die Administration:** `/scorecard vorlage` oder `/scorecard anlegen` beginnen Scorecards, `/einstellungen` legt Zahlenformat, Zeitzone und Warnungen fest.

count-objectives = { $count ->
    [0] keine strategischen Ziele
    [one] 1 strategisches Ziel
   *[other] { $count } strategische Ziele
 }
field-key = Kürzel
field-drives = Bewirkt
field-fed-by = Gespeist von
field-lag = Verzug in Perioden
field-target = Zielwert
field-red-flag = Warnschwelle
field-target-low = Niedrigster guter Wert
field-target-high = Höchster guter Wert
field-red-low = Warnschwelle darunter
field-red-high = Warnschwelle darüber
field-from = Ab
field-perspectives-made = Neue Perspektiven
field-objectives-made = Neue strategische Ziele
field-kpis-made = Neue KPIs
field-kpis-changed = Geänderte KPIs
field-targets-set = Gesetzte Zielwerte
field-links-made = Neue Verbindungen
field-holidays = Feiertage
noun-settings = Einstellungen
command-scorecard-archive = Eine Scorecard außer Gebrauch nehmen; ihre Geschichte bleibt, und sie kann zurückkommen
command-scorecard-archive-option-scorecard = Welche Scorecard
command-scorecard-archive-option-reason = Warum, für das Protokoll
command-scorecard-restore = Eine archivierte Scorecard wieder in Gebrauch nehmen
command-scorecard-restore-option-scorecard = Welche archivierte Scorecard
command-scorecard-check = Auflisten, was eine Scorecard schwächt und welcher Befehl es behebt
command-scorecard-check-option-scorecard = Welche Scorecard; ohne Angabe die einzige oder die dieses Kanals
command-scorecard-take-over = Die Leitung einer Scorecard übernehmen, auch einer privaten; die Betroffenen erfahren es
command-scorecard-take-over-option-scorecard = Welche Scorecard; eine private von anderen mit ihrem ganzen Namen
command-scorecard-take-over-option-reason = Warum; das lesen auch die Betroffenen
check-sound = { $name } hat keine der üblichen Schwächen: nichts zu beheben.
check-heading = { $count ->
    [one] **Eines schwächt** { $name }:
   *[other] **{ $count } Dinge schwächen** { $name }:
 }
check-many = • **{ $count } KPIs.** Mehr als { $most } lassen sich in einer Sitzung kaum besprechen. `/kpi archivieren` nimmt eine außer Gebrauch.
check-unmeasured = { $count ->
    [one] • **1 strategisches Ziel hat keine KPI:** { $names }. `/kpi hinzufügen` misst es.
   *[other] • **{ $count } strategische Ziele haben keine KPI:** { $names }. `/kpi hinzufügen` misst sie.
 }
check-unlinked = { $count ->
    [one] • **1 strategisches Ziel ist mit keinem anderen verbunden:** { $names }. `/strategisches-ziel wirkt-auf` sagt, was es bewirkt.
   *[other] • **{ $count } strategische Ziele sind mit keinem anderen verbunden:** { $names }. `/strategisches-ziel wirkt-auf` sagt, was sie bewirken.
 }
check-only-lagging = { $count ->
    [one] • **1 strategisches Ziel hat keine Frühindikatoren** und sagt nur, was war: { $names }. `/kpi hinzufügen` ergänzt einen, `/kpi ändern` kennzeichnet einen.
   *[other] • **{ $count } strategische Ziele haben keine Frühindikatoren** und sagen nur, was war: { $names }. `/kpi hinzufügen` ergänzt einen, `/kpi ändern` kennzeichnet einen.
 }
check-ownerless = { $count ->
    [one] • **1 KPI hat niemanden, der zuständig ist:** { $names }. `/kpi übergeben` sagt, wer es ist.
   *[other] • **{ $count } KPIs haben niemanden, der zuständig ist:** { $names }. `/kpi übergeben` sagt, wer es ist.
 }
check-never-updated = { $count ->
    [one] • **1 KPI hatte nie einen Wert:** { $names }. `/eintragen` trägt einen ein, `/kpi archivieren` nimmt sie außer Gebrauch.
   *[other] • **{ $count } KPIs hatten nie einen Wert:** { $names }. `/eintragen` trägt einen ein, `/kpi archivieren` nimmt eine außer Gebrauch.
 }
check-always-green = { $count ->
    [one] • **1 KPI war in jeder der letzten { $periods } Perioden 🟢 im Ziel:** { $names }. `/kpi ziel` verlangt mehr von ihr.
   *[other] • **{ $count } KPIs waren in jeder der letzten { $periods } Perioden 🟢 im Ziel:** { $names }. `/kpi ziel` verlangt mehr von ihnen.
 }
check-apart = • **Sie ist Teil keiner anderen Scorecard,** und was sie erreicht, zählt nirgends sonst. `/scorecard ändern` mit `übergeordnet` sagt, wozu sie gehört.
check-feeds-nothing = • **Sie speist nichts:** keines ihrer strategischen Ziele zählt in { $parent }. `/strategisches-ziel speist` sagt, welches es tut.
command-perspective-remove = Eine Perspektive entfernen; eine mit strategischen Zielen wird samt ihnen archiviert
command-perspective-remove-option-perspective = Welche Perspektive
command-perspective-remove-option-scorecard = In welcher Scorecard sie steht
command-perspective-remove-option-reason = Warum, für das Protokoll
command-perspective-restore = Eine archivierte Perspektive samt ihren strategischen Zielen wieder in Gebrauch nehmen
command-perspective-restore-option-perspective = Welche archivierte Perspektive
command-objective-archive = Ein strategisches Ziel samt seinen KPIs ab heute außer Gebrauch nehmen
command-objective-archive-option-objective = Welches strategische Ziel
command-objective-archive-option-reason = Warum, für das Protokoll
command-objective-restore = Ein archiviertes strategisches Ziel samt seinen KPIs wieder in Gebrauch nehmen
command-objective-restore-option-objective = Welches archivierte strategische Ziel
command-kpi-archive = Eine KPI ab heute außer Gebrauch nehmen; frühere Perioden behalten ihre Zahlen
command-kpi-archive-option-kpi = Welche KPI
command-kpi-archive-option-reason = Warum, für das Protokoll
command-kpi-restore = Eine archivierte KPI ab heute wieder in Gebrauch nehmen
command-kpi-restore-option-kpi = Welche archivierte KPI
command-kpi-history = Zeigt jeden Wert, den eine KPI je hatte: wer ihn wann eintrug, alt und neu, warum
command-kpi-history-option-kpi = Welche KPI
command-kpi-history-option-period = Nur dieser Zeitraum, z. B. 2026-11; sonst alle
command-kpi-reject = Lehnt ein „nicht anwendbar“ ab: der Wert ist wieder fällig, und wer zuständig ist, erfährt es
command-kpi-reject-option-kpi = Welche KPI; die der eigenen Scorecards stehen vorn
command-kpi-reject-option-period = Welcher Zeitraum, z. B. 2026-11; sonst der neueste ohne Wert
command-kpi-reject-option-reason = Warum, für die zuständige Person
history-heading = Werte von { $name }, die neueste Änderung zuerst
history-computed = Wird durch ihre Formel berechnet: { $formula }. Sie ändert sich mit den Werten, die die Formel liest.
history-none = Dort wurde noch nichts eingetragen.
history-same = { $value } wie zuvor
history-late = nachgetragen, nach dem Abschluss
history-by-command = { $person }, mit einem Befehl
history-by-form = { $person }, in einem Formular
history-by-same = { $person }, derselbe wie im Zeitraum davor
history-by-import = { $person }, aus einer Datei
history-by-formula = berechnet, als { $person } änderte, was die Formel liest
history-by-undo = zurückgenommen von { $person }
history-button-newer = Neuere
history-button-reject = Ablehnen für { $period }
reject-title = „Nicht anwendbar“ ablehnen
reject-label = Warum, für die zuständige Person
reject-done = **{ $name }** · { $period }: nicht anwendbar ({ $was }) → kein Wert. Er ist wieder fällig.
reject-told = { $person } erfährt es.
reject-notice = **{ $name }** · { $period }: { $by } nimmt „nicht anwendbar“ ({ $was }) nicht an. Der Wert ist wieder fällig.
reject-next = Eintragen mit `/eintragen kpi:{ $key } zeitraum:{ $label }`, oder mit dem Knopf, wo er jetzt fällig ist.
alert-archived = ~~**{ $name }** hat das Ziel verfehlt: { $value } im Zeitraum { $period }~~ Geschlossen: Die KPI wurde archiviert.
import-alert-archived = ~~{ $name } { $value } im Zeitraum { $period }~~ Geschlossen: Die KPI wurde archiviert.

## archive

archive-archived = { $name }{ $with } ist archiviert. Frühere Perioden behalten ihre Zahlen; niemand wird mehr gefragt.
archive-with = { " " }mit { $parts }
archive-children = { $count ->
    [one] Die Scorecard darunter bleibt.
   *[other] Die { $count } Scorecards darunter bleiben.
 }
archive-next-scorecard = `/scorecard wiederherstellen` holt sie zurück.
archive-next-perspective = `/perspektive wiederherstellen` holt sie zurück.
archive-next-objective = `/strategisches-ziel wiederherstellen` holt es zurück.
archive-next-kpi = `/kpi wiederherstellen` holt sie zurück.
archive-removed = { $name } hatte keine strategischen Ziele und ist aus { $scorecard } entfernt.
archive-restored = { $name }{ $with } ist ab heute wieder in Gebrauch.

## audit

command-audit = Zeigen, wer was geändert hat: Aufbau, Personen, Zielwerte, Einstellungen
command-audit-option-person = Nur, was diese Person geändert hat
command-audit-option-noun = Nur Änderungen dieser Art
command-audit-option-since = Ab diesem Tag oder Zeitraum, z. B. 2026-11-20 oder 2026-Q4
command-audit-option-until = Bis zu diesem Tag oder Zeitraum, z. B. 2026-11-30
audit-none = Nichts, was hier sichtbar wäre, wurde da geändert. Ohne Angaben reicht der Blick weiter.
audit-button-older = Ältere
audit-another-scorecard = eine andere Scorecard
audit-verb-created = { $who } hat angelegt: { $noun } { $name }
audit-verb-changed = { $who } hat geändert: { $noun } { $name }
audit-verb-handed-over = { $who } hat übergeben: { $noun } { $name }
audit-verb-target-set = { $who } hat den Zielwert gesetzt: { $noun } { $name }
audit-verb-imported = { $who } hat gefüllt: { $noun } { $name }
audit-verb-closed = { $who } hat geschlossen: { $noun } { $name }
audit-verb-answered = { $who } hat die { $noun } zu { $name } beantwortet
audit-verb-archived = { $who } hat archiviert: { $noun } { $name }
audit-verb-restored = { $who } hat wieder in Gebrauch genommen: { $noun } { $name }
audit-verb-removed = { $who } hat entfernt: { $noun } { $name }
audit-verb-taken-over = { $who } hat übernommen: { $noun } { $name }
audit-verb-opened = { $who } hat geöffnet: { $noun } { $name }
audit-verb-reopened = { $who } hat wieder geöffnet: { $noun } { $name }

## start

start-button-template = Vorlage wählen
start-button-import = Datei importieren
start-button-empty = Leer beginnen
start-choose = Vorlage
start-choose-say = Welche kommt am nächsten? Jede bringt strategische Ziele, Verbindungen, KPIs und Zielwerte mit, und alles davon lässt sich ändern.
start-template-company = Unternehmen
start-template-software-product = Softwareprodukt
start-template-non-profit = Gemeinnützige Organisation
start-template-hospital = Krankenhaus
start-template-city = Stadt
start-about-company = Verkauft Waren oder Dienste: Umsatz, Marge, Abwanderung, Lieferung, Menschen
start-about-software-product = Ein Produkt und sein Team: Wachstum, Bindung, Verlässlichkeit, Lieferung
start-about-non-profit = Dient einer Sache: Wirkung, Spenden, Programme, Freiwillige
start-about-hospital = Patienten, Qualität, Wartezeiten, Personal
start-about-city = Einwohner, Dienste, Haushalt, Personal
start-import = Diese Muster-Datei ausfüllen, oder die eigene Tabelle mit denselben Spalten als CSV oder XLSX sichern. Dann `/import` mit der Datei und `inhalt: kpis` geben. Es zeigt zuerst, was es tun würde.
start-name-title = Leere Scorecard beginnen
start-name-label = Wie soll sie heißen?

## why

command-why = Zeigen, wie eine Punktzahl zustande kommt, bis zu den Werten, zum Nachrechnen
command-why-option-what = Eine KPI, ein strategisches Ziel, eine Perspektive oder eine Scorecard
command-why-option-period = Welcher Zeitraum, z. B. 2026-11 oder 2026-Q4; ohne Angabe der zuletzt vollendete
why-title = { $name } · { $period }
why-title-ytd = { $name } · { $period }, Jahr bis dahin
why-mean = **{ $name } { $score }** { $status } = ({ $terms }) ÷ { $weights }
why-only = **{ $name } { $score }** { $status } = { $term }, die einzige Punktzahl darunter
why-no-score = **{ $name }** { $status }: keine Punktzahl, denn darunter gibt es keine
why-running = **{ $name }**: Punktzahlen gibt es, wenn der Zeitraum ({ $kind }) vorbei ist
why-provisional-status = ⚪ vorläufig
why-left-out = Außer Betracht: { $names }; { $scored } von { $all } haben eine Punktzahl
why-out-blank = noch kein Wert
why-out-not-applicable = nicht anwendbar
why-out-unscored = kein Ziel
why-out-no-score = keine Punktzahl
why-coverage = Gewicht vorhanden: ({ $terms }) ÷ { $weights } = { $percent }
why-coverage-only = Gewicht vorhanden: das von { $term }, { $percent }
why-provisional = ; unter { $floor } ist eine Punktzahl vorläufig und hat keine Farbe
why-held = Der Punktzahl nach im Ziel, bei { $status } gehalten von { $names }
why-line = **{ $name } { $score }** { $status }: { $work }
why-work = { $formula } = { $result }
why-work-held = { $formula } = { $result }, gehalten bei { $end }
why-inside = innerhalb von { $range }, also 10
why-best = { $target } sind erreicht, und mehr geht nicht, also 10
why-yes = ja, also 10
why-no = nein, also 0
why-value = Wert { $value }
why-target = Ziel { $target }
why-target-override = Ziel { $target }, nur für diesen Zeitraum
why-red = Warnschwelle { $red }
why-red-assumed = Warnschwelle { $red }, *angenommen*
why-to-date = bis jetzt, zählt erst, wenn der Zeitraum vorbei ist
why-made = { $how } { $all } { $kind }
why-made-without = { $how } { $have } von { $all } { $kind }, ohne { $missing }
why-kinds-week = Wochen
why-kinds-month = Monaten
why-kinds-quarter = Quartalen
why-kinds-year = Jahren
why-how-sum = Summe aus
why-how-average = Durchschnitt aus
why-how-last = letzter Wert aus
why-how-minimum = kleinster Wert aus
why-how-maximum = größter Wert aus
why-how-computed = berechnet aus
why-computed = berechnet als `{ $formula }`
why-formula = Die Formel: `{ $formula }`
why-yearly = Der Ziel ist Teil von { $total } für { $year }, { $phasing }
why-part-not-applicable = nicht anwendbar: { $reason }
why-part-out = nicht gezählt
why-value-made = Wert: { $work }
why-target-made = Ziel: { $work }
why-red-made = Warnschwelle: { $work }
why-together = { $how } diesen: { $total }
why-blank = **{ $name }** ⚪ noch kein Wert, also außer Betracht
why-lack = **{ $name }** ⚪ außer Betracht: { $why }
why-not-applicable = **{ $name }** ➖ nicht anwendbar, also außer Betracht: { $reason }
why-unscored = **{ $name }** ▫️ { $value }: kein Ziel, also außer Betracht
why-absent = **{ $name }** zählt in { $period } nicht: die KPI kam später dazu, oder der Zeitraum hat nicht begonnen
why-fed = **{ $name } { $score }** { $status } kommt aus { $from }
why-fed-no-score = **{ $name }** { $sign } keine Punktzahl aus { $from }
why-above = ↑ zählt mit { $weight } von { $all } in **{ $name } { $score }** { $status }
why-above-out = ↑ bleibt in **{ $name }** außer Betracht
why-private = eine private Scorecard
why-select = Einen Schritt ansehen
why-button = Warum?
why-button-up = ↑ { $name }
