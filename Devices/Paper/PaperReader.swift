/// Reads a printer's bytes back into slips: the pretend printer's eyes.
///
/// It understands what `ESCPOS` writes and steps over every other command that it knows the length of. Nothing that
/// comes in makes it keep more than ``longestLine`` × ``mostLines`` characters.
public struct PaperReader: Sendable {
    public static let longestLine = 256
    public static let mostLines = 2000

    public struct Slip: Equatable, Sendable {
        public var lines: [String]
        public init(lines: [String]) { self.lines = lines }
        public var text: String { lines.map { $0 + "\n" }.joined() }
    }

    private let pages: [PrinterProfile.Page]
    private let cutsItself: Bool
    /// A command that is not whole yet. Never longer than eight bytes.
    private var command: [UInt8] = []
    /// Bytes of a picture or a long command that are still to be stepped over.
    private var skipping = 0
    /// A bar code's data, up to its zero byte.
    private var skipsToZero = false
    private var isUTF8 = false
    private var page: CodePage?
    private var line: [UInt8] = []
    private var finished = ""
    private var lines: [String] = []

    public init(_ profile: PrinterProfile) {
        switch profile.letters {
        case .utf8: pages = PrinterProfile.epsonPages
        case .pages(let pages): self.pages = pages
        }
        switch profile.cut {
        case .feedsAndCuts: cutsItself = true
        case .none: cutsItself = false
        }
        page = pages.first?.page
    }

    /// - Parameter bytes: any piece of the stream.
    /// - Returns: slips that this piece completed.
    public mutating func read(_ bytes: some Sequence<UInt8>) -> [Slip] {
        var slips: [Slip] = []
        for byte in bytes {
            if skipping > 0 {
                skipping -= 1
            } else if skipsToZero {
                skipsToZero = byte != 0
            } else if command.isEmpty {
                begin(byte)
            } else {
                command.append(byte)
                obey(&slips)
            }
        }
        return slips
    }

    private mutating func begin(_ byte: UInt8) {
        switch byte {
        case 0x0A: endLine()
        case 0x10, 0x1B, 0x1C, 0x1D: command = [byte]
        case 0..<0x20, 0x7F: break
        default: if line.count < Self.longestLine * 4 { line.append(byte) }
        }
    }

    private mutating func endLine() {
        settleLetters()
        if lines.count < Self.mostLines {
            var text = finished
            while text.last == " " { text.removeLast() }
            lines.append(text)
        }
        finished = ""
    }

    /// What was collected is read with the letters in use until now.
    private mutating func settleLetters() {
        let text = isUTF8 ? String(decoding: line, as: UTF8.self) : String(line.map(character))
        line = []
        finished = String((finished + text).prefix(Self.longestLine))
    }

    private func character(_ byte: UInt8) -> Character {
        if byte < 0x80 { return Character(Unicode.Scalar(byte)) }
        guard let page else { return "?" }
        return CodeTable.of(page).character(byte)
    }

    private mutating func cut(_ slips: inout [Slip]) {
        if !line.isEmpty || !finished.isEmpty { endLine() }
        while lines.last == "" { lines.removeLast() }
        if !lines.isEmpty { slips.append(Slip(lines: lines)) }
        lines = []
    }

    /// Looks at the command so far; empties it when it is whole.
    private mutating func obey(_ slips: inout [Slip]) {
        let length: Int?
        switch command[0] {
        case 0x1B: length = escape(&slips)
        case 0x1D: length = group(&slips)
        case 0x1C: length = file()
        default: length = command[1] == 0x14 ? 5 : 3  // DLE DC4 fn m t; DLE EOT n and DLE ENQ n
        }
        if let length, command.count < length { return }
        command = []
    }

    /// - Returns: how long the command is.
    private mutating func escape(_ slips: inout [Slip]) -> Int {
        switch command[1] {
        case 0x40:
            settleLetters()
            (isUTF8, page) = (false, pages.first?.page)
            return 2
        case 0x32, 0x3C, 0x69, 0x6D: return 2
        case 0x70: return 5
        case 0x24, 0x5C, 0x42: return 4
        case 0x2A:
            guard command.count == 5 else { return 5 }
            let columns = Int(command[3]) + Int(command[4]) * 256
            skipping = columns * (command[2] >= 32 ? 3 : 1)
            return 5
        case 0x74:
            guard command.count == 3 else { return 3 }
            settleLetters()
            page = pages.first { $0.number == command[2] }?.page
            return 3
        case 0x64:
            guard command.count == 3 else { return 3 }
            for _ in 0..<max(1, command[2]) { endLine() }
            if !cutsItself && command[2] >= 4 { cut(&slips) }
            return 3
        default: return 3
        }
    }

    private mutating func group(_ slips: inout [Slip]) -> Int {
        switch command[1] {
        case 0x56:
            guard command.count >= 3 else { return 3 }
            let length = command[2] >= 0x41 ? 4 : 3
            if command.count == length { cut(&slips) }
            return length
        case 0x28: return parameters()
        case 0x38:
            guard command.count == 7 else { return 7 }
            skipping = (3...6).reduce(0) { $0 + Int(command[$1]) << (8 * ($1 - 3)) }
            return 7
        case 0x76:
            guard command.count == 8 else { return 8 }
            skipping = (Int(command[4]) + Int(command[5]) * 256) * (Int(command[6]) + Int(command[7]) * 256)
            return 8
        case 0x6B:
            guard command.count >= 3 else { return 3 }
            guard command[2] >= 65 else {
                skipsToZero = true
                return 3
            }
            if command.count == 4 { skipping = Int(command[3]) }
            return 4
        case 0x4C, 0x57, 0x50, 0x24, 0x5C: return 4
        default: return 3
        }
    }

    private mutating func file() -> Int {
        switch command[1] {
        case 0x26, 0x2E: return 2
        case 0x28:
            // Function 48 of FS ( C has two bytes: which one, and how characters are written from now on.
            guard command.count >= 5, command[2] == 0x43, command[3] == 2, command[4] == 0 else { return parameters() }
            if command.count == 7 && command[5] == 0x30 {
                settleLetters()
                isUTF8 = command[6] == 2 || command[6] == 0x32
            }
            return 7
        case 0x70, 0x53: return 4
        default: return 3
        }
    }

    /// `( x pL pH …`: the command says its own length.
    private mutating func parameters() -> Int {
        guard command.count >= 5 else { return 5 }
        skipping = Int(command[3]) + Int(command[4]) * 256
        return 5
    }
}
