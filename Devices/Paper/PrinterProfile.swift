/// What a receipt printer can do, as facts. Adding a printer is adding a row.
public struct PrinterProfile: Equatable, Sendable {
    /// The name in the settings.
    public var name: String
    public var title: String
    /// Characters a line, in its ordinary letters. East Asian characters take two.
    public var columns: Int
    public var letters: Letters
    public var cut: Cut

    public enum Letters: Equatable, Sendable {
        /// Epson's `FS ( C`: every character has a byte sequence; whether it has a picture is up to the printer.
        case utf8
        /// Pages in the order in which they are tried, each with the number by which `ESC t` calls it.
        case pages([Page])
    }

    public struct Page: Equatable, Sendable {
        public var page: CodePage
        public var number: UInt8
        public init(_ page: CodePage, _ number: UInt8) { (self.page, self.number) = (page, number) }
    }

    public enum Cut: Equatable, Sendable {
        /// Feeds the last line past the knife, some motion units more, and cuts all but one point.
        case feedsAndCuts(units: UInt8)
        /// No knife: this many empty lines, so that the slip can be torn off.
        case none(lines: UInt8)
    }

    public init(name: String, title: String, columns: Int, letters: Letters, cut: Cut) {
        self.name = name
        self.title = title
        self.columns = columns
        self.letters = letters
        self.cut = cut
    }
}

extension PrinterProfile {
    /// - Returns: nil for a name that is not in ``all``.
    public static func named(_ name: String) -> PrinterProfile? { all.first { $0.name == name } }

    public static let all = [
        PrinterProfile(
            name: "escpos-48", title: "80 mm, 203 dpi (TM-T20, TSP100 in ESC/POS mode and most others)", columns: 48,
            letters: .pages(epsonPages), cut: .feedsAndCuts(units: 16)),
        PrinterProfile(
            name: "escpos-42", title: "80 mm, 180 dpi (TM-T88, TM-T70)", columns: 42, letters: .pages(epsonPages),
            cut: .feedsAndCuts(units: 16)),
        PrinterProfile(
            name: "escpos-32", title: "58 mm, no knife", columns: 32, letters: .pages(epsonPages),
            cut: .none(lines: 4)),
        PrinterProfile(
            name: "utf8-48", title: "80 mm with UTF-8 (TM-m30, TM-T88VII, the pretend printer)", columns: 48,
            letters: .utf8, cut: .feedsAndCuts(units: 16)),
        PrinterProfile(
            name: "utf8-42", title: "80 mm, 42 columns, with UTF-8", columns: 42, letters: .utf8,
            cut: .feedsAndCuts(units: 16)),
        PrinterProfile(
            name: "utf8-32", title: "58 mm with UTF-8", columns: 32, letters: .utf8, cut: .none(lines: 4)),
        PrinterProfile(
            name: "ascii-42", title: "only code page 437 (TM-U220B)", columns: 42, letters: .pages([Page(.cp437, 0)]),
            cut: .feedsAndCuts(units: 16)),
    ]

    /// Epson's numbers. Box drawing and Western Europe are in the first, so most slips never change the page.
    static let epsonPages = [
        Page(.cp858, 19), Page(.cp437, 0), Page(.cp852, 18), Page(.cp866, 17), Page(.cp737, 14), Page(.cp857, 13),
        Page(.cp775, 33), Page(.cp1252, 16), Page(.cp1250, 45), Page(.cp1251, 46),
    ]
}
