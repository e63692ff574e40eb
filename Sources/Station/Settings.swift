import Circulation
import Kiosk
import SIP2

/// What a place of use asks of a device.
public enum Role: String, Sendable, CaseIterable {
    case pad
    case scanner
    case receipt
}

/// A device's place at this station. Bytes come and go by it; what it is called in `/dev` is the host's affair.
public struct Port: Hashable, Sendable, CustomStringConvertible {
    public let role: Role
    public init(_ role: Role) { self.role = role }
    public var description: String { role.rawValue }
}

/// Everything a station is told about its library. Defaults are safe for a public kiosk.
public struct Settings: Sendable {
    /// Part of every transaction's number: letters, digits and `-`.
    public var name = "kiosk-1"
    public var kiosk = SelfService.Policy()
    public var line = LineSettings()
    /// A "no, not lent" is believed only if it was asked this long after the line died: bytes of the dead line
    /// may still wait in the library system's buffers.
    public var settling = Duration.seconds(15)
    /// Role and model (a name of the catalogue) of each device that speaks.
    public var devices: [Device] = []
    public var barcodes = BarcodeRules()
    /// Pause before the line is dialled again: doubled each time from the first to the last.
    public var redial: ClosedRange<Duration> = .seconds(1)...(.seconds(30))

    public struct Device: Equatable, Sendable {
        public var role: Role
        public var model: String
        public init(role: Role, model: String) { (self.role, self.model) = (role, model) }
    }

    public init() {}
}

/// How a scan is told to be a card or a book, by its first digits and its length.
public struct BarcodeRules: Equatable, Sendable {
    public var patronPrefixes = ["2"]
    public var itemPrefixes = ["3"]
    public var shortest = 4
    public var longest = 32
    public init() {}

    public enum Meaning: Equatable, Sendable { case patron(PatronBarcode), item(ItemBarcode), neither }

    public func meaning(of scan: String) -> Meaning {
        let text = String(scan.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
        guard (shortest...longest).contains(text.count), text.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return .neither }
        let isPatron = patronPrefixes.contains { text.hasPrefix($0) }
        let isItem = itemPrefixes.contains { text.hasPrefix($0) }
        switch (isPatron, isItem) {
        case (true, false): return .patron(PatronBarcode(text))
        case (false, true): return .item(ItemBarcode(text))
        case (true, true), (false, false): return .neither
        }
    }
}
