/// What goes to the printer.
public struct PrinterBytes: Equatable, Sendable {
    public var bytes: [UInt8]
    /// Characters that the printer has no letter for: each is a `?` on the paper.
    public var lost: Int
}

/// Epson's printer language, the part of it that receipts need.
/// Sources: Epson ESC/POS command reference (ESC @, ESC R, ESC t, ESC E, GS V, FS ., FS ( C).
public enum ESCPOS {
    /// One whole job, from initialisation to the cut. It trusts nothing that an earlier job may have left behind.
    public static func bytes(_ text: PaperText, for profile: PrinterProfile) -> PrinterBytes {
        var writer = LetterWriter(profile.letters)
        writer.command([0x1B, 0x40])  // initialise: a job before this one may have died in a command
        writer.command([0x1C, 0x2E])  // no two-byte characters: many cheap printers start with them
        writer.command([0x1B, 0x52, 0x00])  // the international set of the USA, or # and [ become other letters
        writer.begin()
        var isBold = false
        for line in text.lines {
            if line.isBold != isBold { writer.command([0x1B, 0x45, line.isBold ? 1 : 0]) }
            isBold = line.isBold
            writer.write(line.text)
            writer.command([0x0A])
        }
        if isBold { writer.command([0x1B, 0x45, 0]) }
        switch profile.cut {
        case .feedsAndCuts(let units): writer.command([0x1D, 0x56, 0x42, units])
        case .none(let lines): writer.command([0x1B, 0x64, lines])
        }
        return PrinterBytes(bytes: writer.bytes, lost: writer.lost)
    }
}

/// Turns characters into a printer's bytes, changing its code page where needed.
struct LetterWriter {
    private(set) var bytes: [UInt8] = []
    private(set) var lost = 0
    private let letters: PrinterProfile.Letters
    private var current = 0

    init(_ letters: PrinterProfile.Letters) { self.letters = letters }

    mutating func command(_ command: [UInt8]) { bytes += command }

    /// Says which letters follow.
    mutating func begin() {
        switch letters {
        case .utf8: command([0x1C, 0x28, 0x43, 0x02, 0x00, 0x30, 0x02])
        case .pages(let pages): if let first = pages.first { command([0x1B, 0x74, first.number]) }
        }
    }

    /// Control characters are left out: nothing in a text is ever a command.
    mutating func write(_ text: String) {
        for character in text where !isControl(character) {
            switch letters {
            case .utf8: bytes += Array(String(character).utf8)
            case .pages(let pages): write(character, pages)
            }
        }
    }

    private func isControl(_ character: Character) -> Bool {
        character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    private mutating func write(_ character: Character, _ pages: [PrinterProfile.Page]) {
        if put(character, pages) { return }
        if let same = Self.plainer(character), same.allSatisfy({ put($0, pages) }) { return }
        lost += 1
        bytes += Array(repeating: UInt8(ascii: "?"), count: max(1, Width.of(character)))
    }

    /// - Returns: false if no page has it.
    private mutating func put(_ character: Character, _ pages: [PrinterProfile.Page]) -> Bool {
        if let ascii = character.asciiValue, ascii >= 0x20, ascii < 0x7F {
            bytes.append(ascii)
            return true
        }
        if pages.indices.contains(current), let byte = CodeTable.of(pages[current].page).byte(character) {
            bytes.append(byte)
            return true
        }
        for (index, page) in pages.enumerated() {
            guard let byte = CodeTable.of(page.page).byte(character) else { continue }
            current = index
            bytes += [0x1B, 0x74, page.number, byte]
            return true
        }
        return false
    }

    /// The same mark, plainer: typography and frames, never a letter. A letter that is missing is lost, and counted.
    private static func plainer(_ character: Character) -> String? {
        switch character {
        case "‘", "’", "‚", "′", "ʼ": "'"
        case "“", "”", "„", "″": "\""
        case "‐", "‑", "‒", "–", "—", "−", "─": "-"
        case "…": "..."
        case "│": "|"
        case "┌", "┐", "└", "┘": "+"
        case "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}": " "
        case "\u{200C}", "\u{200D}": ""
        default: nil
        }
    }
}
