/// A serial barcode scanner, from the scanner's side.
public struct PretendScanner: Equatable, Sendable {
    public var prefix: [UInt8]
    public var suffix: [UInt8]

    public init(prefix: [UInt8] = [], suffix: [UInt8] = [0x0D]) { (self.prefix, self.suffix) = (prefix, suffix) }

    /// The bytes that the scanner sends for one barcode.
    public func scan(_ text: String) -> [UInt8] { prefix + Array(text.utf8) + suffix }
}
