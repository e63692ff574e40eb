import Circulation
import Devices
import Foundation
import Kiosk
import Paper
import SIP2
import Station

/// The only list of settings: the parser, the defaults, `lectern config --explain` and the manual all read it.
enum SettingsTable {
    static let all: [Setting] = station + library + kiosk + host + devices

    private static let station: [Setting] = [
        .text(
            "station.name", \.station.name, takes: "letters, digits and -, 32 at most",
            "Part of every transaction's number; different for each station of a library."
        ) { (1...32).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") } },
        .text(
            "station.title", \.station.kiosk.station, "What people call this station, on receipts and on the screen."),
    ]

    private static let library: [Setting] = [
        .text("library.name", \.station.kiosk.library, "The library's name, on the screen and on receipts."),
        .text("library.host", \.libraryHost, "Name or address of the library system."),
        .number("library.port", \.libraryPort, 1...65_535, "Its SIP2 port, usually 6001."),
        .text(
            "library.user", \.station.line.user, "The name that the station logs in with; empty: it does not log in."),
        .secret("library.password", \.station.line.password, "The password for it. Better: library.password_file."),
        .text(
            "library.password_file", \.passwordFileText,
            "A file that holds the password, readable by Lectern alone; a relative path starts beside this file."),
        .text("library.institution", \.station.line.institution, "The institution's id in the library system (AO)."),
        .secret("library.terminal_password", \.station.line.terminalPassword, "Sent as AC where the library wants it."),
        .choice(
            "library.charset", \.station.line.charset, Charset.allCases.map { ($0.rawValue, $0) },
            "How the library system writes letters."),
        .seconds(
            "library.answer_within_seconds", \.station.line.answerWithin, 0.1...120,
            "After this long without an answer the line is dropped and the loan is looked up; below 2 only for tests."),
        .seconds(
            "library.settling_seconds", \.station.settling, 0.1...600,
            "So long after a lost line a \"no, not lent\" is not believed yet; below 15 only for tests."),
        .choice(
            "library.error_detection", \.station.line.errorDetection, [("auto", .auto), ("yes", .on), ("no", .off)],
            "Whether lines carry sequence numbers and checksums; auto finds out."),
    ]

    private static let kiosk: [Setting] = [
        .list(
            "kiosk.languages", \.station.kiosk.languages, of: "language tags such as en, ar, pt-BR",
            "Languages to choose from; the first is the one that waits on the screen."
        ) { (2...12).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0 == "-") } },
        .flag("kiosk.needs_pin", \.station.kiosk.needsPIN, "Whether a card needs its PIN."),
        .flag("kiosk.shows_name", \.station.kiosk.showsName, "Whether the screen greets people by their name."),
        .decimal(
            "kiosk.idle_seconds", \.idleSeconds, 10...600, inTests: 0.1,
            "How long a visit waits for somebody who has walked away, before it warns."),
        .seconds(
            "kiosk.warning_seconds", \.station.kiosk.patience.warning, 20...120, inTests: 1,
            "How long it warns before it ends a visit; accessibility rules ask for at least 20."),
        .flag("kiosk.for_tests", \.isForTests, "Allows times that are too short for people."),
        .decimal(
            "kiosk.panel_millimetre", \.page.millimetre, 1...20,
            "Pixels of the screen to a millimetre: its width in pixels divided by its width in millimetres."),
        .choice(
            "kiosk.layout", \.page.layout, [("portrait", .portrait), ("landscape", .landscape)],
            "How the screen hangs."),
        .choice(
            "kiosk.pad_side", \.page.padSide, [("left", .left), ("right", .right)],
            "On which side of the screen the pad is."),
    ]

    private static let host: [Setting] = [
        .number("pages.port", \.pagesPort, 1...65_535, "Where the browser finds the pages."),
        .text(
            "pages.address", \.pagesAddress, takes: "127.0.0.1 (any other address needs TLS, which is not there yet)",
            "The address that the pages are served on."
        ) { $0 == "127.0.0.1" },
        .text(
            "data.directory", \.dataDirectory, takes: "a path that begins with /", "Holds the journal; back it up."
        ) { $0.hasPrefix("/") && $0.count <= 1000 },
        .number(
            "data.forgets_patrons_after_days", \.forgetsAfterDays, 1...3650,
            "So many days later nobody can find out any more who borrowed what."),
        .text(
            "time_zone", \.timeZoneName, takes: "a zone's name, such as Europe/Dublin",
            "The library's time zone; empty: the computer's."
        ) { $0.isEmpty || TimeZone(identifier: $0) != nil },
    ]

    private static let devices: [Setting] = [
        .choice(
            "pad.model", \.padModel, Model.catalogue.map { ($0.name, $0.name) },
            "The RFID pad's model, see Devices/Models; without it books are scanned one by one."),
        .place("pad.wire", \.padWire, "Where the pad is connected."),
        .choice(
            "scanner.model", \.scannerModel, Model.catalogue.map { ($0.name, $0.name) },
            "The barcode scanner's model, see Devices/Models."),
        .place("scanner.wire", \.scannerWire, "Where the scanner is connected."),
        .place("receipt.printer", \.receiptPrinter, "Where the receipt printer is; without one there are no receipts."),
        .choice(
            "receipt.profile", \.receiptProfile, PrinterProfile.all.map { ($0.name, $0) },
            "What the receipt printer can do: its letters, its width in characters, its knife."),
        .list(
            "barcodes.patron_prefixes", \.station.barcodes.patronPrefixes, of: "first digits or letters",
            "What the numbers on library cards begin with.", where: isPrefix),
        .list(
            "barcodes.item_prefixes", \.station.barcodes.itemPrefixes, of: "first digits or letters",
            "What the numbers in books begin with.", where: isPrefix),
    ]

    @Sendable private static func isPrefix(_ text: String) -> Bool {
        (1...20).contains(text.count) && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
    }

    /// The closest names there are, for somebody who misspelt one.
    /// - Returns: nil if nothing is near.
    static func nearest(to name: String) -> String? {
        let last = name.split(separator: ".").last
        let sameEnd = all.filter { $0.name.split(separator: ".").last == last }
        if let last, !last.isEmpty, sameEnd.count == 1 { return sameEnd[0].name }
        let name = Array(name.prefix(60))
        let near = all.map { (name: $0.name, steps: distance(name, Array($0.name))) }
        let best = near.min { $0.steps < $1.steps }
        return best.flatMap { $0.steps <= max(2, name.count / 4) ? $0.name : nil }
    }

    /// Levenshtein's: letters to add, drop or change.
    private static func distance(_ a: [Character], _ b: [Character]) -> Int {
        var row = Array(0...b.count)
        for (i, x) in a.enumerated() {
            var diagonal = row[0]
            row[0] = i + 1
            for (j, y) in b.enumerated() {
                let change = diagonal + (x == y ? 0 : 1)
                diagonal = row[j + 1]
                row[j + 1] = min(change, row[j] + 1, row[j + 1] + 1)
            }
        }
        return row[b.count]
    }
}

extension StationConfiguration {
    /// For rows whose value is not kept as it is written.
    fileprivate var passwordFileText: String {
        get { passwordFile ?? "" }
        set { passwordFile = newValue.isEmpty ? nil : newValue }
    }
    fileprivate var timeZoneName: String {
        get { timeZone?.identifier ?? "" }
        set { timeZone = newValue.isEmpty ? nil : TimeZone(identifier: newValue) }
    }
}
