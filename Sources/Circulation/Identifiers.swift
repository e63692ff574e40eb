/// The number that a library glued into a book, as scanned. At most 64 characters here.
public struct ItemBarcode: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { text }
    public static func < (a: Self, b: Self) -> Bool { a.text < b.text }
}

/// The number on a library card. Its description is masked, so that printing it by mistake tells nobody anything.
public struct PatronBarcode: Hashable, Sendable, CustomStringConvertible, CustomReflectable {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { "patron" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// A PIN or a password. It lives in memory for the visit, is not Codable, and prints as nothing.
public struct Secret: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    public let text: String
    public init(_ text: String) { self.text = text }
    public var description: String { "secret" }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// An ISO 15693 tag's own number, E0 first.
public struct TagUID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let bits: UInt64
    public init(_ bits: UInt64) { self.bits = bits }
    public static func < (a: TagUID, b: TagUID) -> Bool { a.bits < b.bits }
    public var description: String {
        let digits = String(bits, radix: 16, uppercase: true)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

/// Ours, because SIP2 has none: the station's name and a number that only grows.
public struct TransactionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    public let station: String
    public let number: Int
    public init(station: String, number: Int) { (self.station, self.number) = (station, number) }
    public static func < (a: Self, b: Self) -> Bool { (a.station, a.number) < (b.station, b.number) }
    public var description: String { "\(station)/\(number)" }
}

/// The place of an entry in its station's journal: 1, 2, 3 … without gaps.
public typealias EntryNumber = Int
