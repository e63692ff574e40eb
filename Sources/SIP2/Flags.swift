/// Flags in a row, one character each, the first character first.
public protocol FlagSet: OptionSet, Hashable, Sendable where RawValue == UInt16 {
    /// Characters on the line, at most 16.
    static var width: Int { get }
    /// What stands where nothing is set.
    static var unset: UInt8 { get }
}

/// What a patron may not do and why: the first 14 characters of 24, 26 and 64.
///
/// Only `chargeDenied` reliably means that nothing can be borrowed; the later flags are reasons.
public struct PatronStatus: FlagSet {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public static let width = 14
    public static let unset: UInt8 = 0x20

    public static let chargeDenied = Self(rawValue: 1 << 0)
    public static let renewalDenied = Self(rawValue: 1 << 1)
    /// Evergreen sets this one for everybody.
    public static let recallDenied = Self(rawValue: 1 << 2)
    public static let holdDenied = Self(rawValue: 1 << 3)
    public static let cardLost = Self(rawValue: 1 << 4)
    public static let tooManyCharged = Self(rawValue: 1 << 5)
    public static let tooManyOverdue = Self(rawValue: 1 << 6)
    public static let tooManyRenewals = Self(rawValue: 1 << 7)
    public static let tooManyClaimsReturned = Self(rawValue: 1 << 8)
    public static let tooManyLost = Self(rawValue: 1 << 9)
    public static let excessiveFines = Self(rawValue: 1 << 10)
    public static let excessiveFees = Self(rawValue: 1 << 11)
    public static let recallOverdue = Self(rawValue: 1 << 12)
    public static let tooManyBilled = Self(rawValue: 1 << 13)
}

/// Which list of items a 63 asks for. Ask for one at a time: servers do not agree what two mean.
public struct SummaryLists: FlagSet {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public static let width = 10
    public static let unset: UInt8 = 0x20

    public static let holds = Self(rawValue: 1 << 0)  // AS
    public static let overdue = Self(rawValue: 1 << 1)  // AT
    public static let charged = Self(rawValue: 1 << 2)  // AU
    public static let fines = Self(rawValue: 1 << 3)  // AV
    public static let recalls = Self(rawValue: 1 << 4)  // BU
    public static let unavailableHolds = Self(rawValue: 1 << 5)  // CD

    /// The first one set, if any.
    public var first: SummaryLists? {
        rawValue == 0 ? nil : SummaryLists(rawValue: rawValue & (0 &- rawValue))
    }
}

/// `BX` in 98: the requests that a server says it answers. A hint, not the truth; missing means unknown.
public struct SupportedMessages: FlagSet {
    public let rawValue: UInt16
    public init(rawValue: UInt16) { self.rawValue = rawValue }
    public static let width = 16
    public static let unset = UInt8(ascii: "N")

    public static let patronStatus = Self(rawValue: 1 << 0)  // 23
    public static let checkout = Self(rawValue: 1 << 1)  // 11
    public static let checkin = Self(rawValue: 1 << 2)  // 09
    public static let blockPatron = Self(rawValue: 1 << 3)  // 01
    public static let status = Self(rawValue: 1 << 4)  // 99
    public static let resend = Self(rawValue: 1 << 5)  // 97
    public static let login = Self(rawValue: 1 << 6)  // 93
    public static let patronInformation = Self(rawValue: 1 << 7)  // 63
    public static let endSession = Self(rawValue: 1 << 8)  // 35
    public static let feePaid = Self(rawValue: 1 << 9)  // 37
    public static let itemInformation = Self(rawValue: 1 << 10)  // 17
    public static let itemStatusUpdate = Self(rawValue: 1 << 11)  // 19
    public static let patronEnable = Self(rawValue: 1 << 12)  // 25
    public static let hold = Self(rawValue: 1 << 13)  // 15
    public static let renew = Self(rawValue: 1 << 14)  // 29
    public static let renewAll = Self(rawValue: 1 << 15)  // 65
}
