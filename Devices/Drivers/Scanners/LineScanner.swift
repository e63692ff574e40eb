/// Any scanner that sends a barcode and an end of line over a serial port, whatever its make.
///
/// CR, LF, CR LF and ETX end a line; an STX before it is dropped. A line that is too long, is no UTF-8 or holds
/// control characters is noise or a wrong speed, and is dropped whole: half a number is another number.
public struct LineScanner: Driver {
    public static let survivesNoise = false
    static let longest = 64  // bytes; the longest barcode on a library item or card is far shorter
    static let patience = Duration.milliseconds(500)  // a scanner sends a line in one breath

    private var line: [UInt8] = []

    public init() {}

    /// A serial scanner cannot be asked anything, so it is never announced as ready.
    public mutating func start() -> [Action] { [] }

    public mutating func received(_ bytes: [UInt8]) -> [Action] {
        var actions: [Action] = []
        for byte in bytes {
            switch byte {
            case 0x0D, 0x0A, 0x03:
                if let text = Self.text(line) { actions.append(.tell(.scanned(Scan(text)))) }
                line = []
            case 0x02: line = []
            default: if line.count <= Self.longest { line.append(byte) }  // one more marks it as too long
            }
        }
        return line.isEmpty ? actions : actions + [.wake(after: Self.patience)]
    }

    public mutating func asked(_ wish: Wish) -> [Action] { [.tell(.failed(wish, .refused))] }

    /// The end of the line got lost. The next scan must not be glued to this one.
    public mutating func woke() -> [Action] {
        line = []
        return []
    }

    private static func text(_ line: [UInt8]) -> String? {
        guard (1...longest).contains(line.count), let text = String(validating: line, as: UTF8.self) else { return nil }
        return text.unicodeScalars.allSatisfy(isOrdinary) ? text : nil
    }

    private static func isOrdinary(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }
}
