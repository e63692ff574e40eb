/// A value from a list of the protocol, written with a fixed number of characters.
protocol WireCode: Sendable {
    static var width: Int { get }
    /// nil for a code that is not in the list.
    init?(text: String)
    var text: String { get }
}

extension WireCode where Self: RawRepresentable, RawValue == String {
    init?(text: String) { self.init(rawValue: text) }
    var text: String { rawValue }
}

/// Yes, no, or the server does not know.
public enum YesNoUnknown: String, Hashable, Sendable, WireCode {
    case yes = "Y"
    case no = "N"
    case unknown = "U"
    static let width = 1
}

/// Where a copy is, in 18. Source: 3M *SIP 2.00*, "circulation status".
public enum CirculationStatus: String, Hashable, Sendable, CaseIterable, WireCode {
    case other = "01"
    case onOrder = "02"
    case available = "03"
    case charged = "04"
    case chargedNotToBeRecalled = "05"
    case inProcess = "06"
    case recalled = "07"
    case onHoldShelf = "08"
    case toBeReshelved = "09"
    case inTransit = "10"
    case claimedReturned = "11"
    case lost = "12"
    case missing = "13"
    static let width = 2
}

/// Why a returned item needs attention, `CV` in 10. Source: 3M SIP2 extensions.
public enum AlertType: String, Hashable, Sendable, CaseIterable, WireCode {
    case unknown = "00"
    case holdHere = "01"
    case holdElsewhere = "02"
    case interlibraryLoan = "03"
    /// Belongs to another branch; nobody waits for it.
    case transit = "04"
    /// Also read for local codes such as Koha's 98 (damaged data) and 53.
    case other = "99"
    static let width = 2

    init?(text: String) {
        guard text.utf8.contains(where: { $0 > 0x20 }) else { return nil }
        self = Self(rawValue: text) ?? .other
    }
}
