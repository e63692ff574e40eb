import Circulation

/// Message 64, a patron's account. `nil` counts and limits are unknown ones.
public struct PatronInformationResponse: Message {
    public var status: PatronStatus = []
    public var language: Int? = 0
    public var sentAt = SIP2Time()
    public var holdCount: Int?
    public var overdueCount: Int?
    public var chargedCount: Int?
    public var fineCount: Int?
    public var recallCount: Int?
    public var unavailableHoldCount: Int?
    public var institution = ""
    public var patron = PatronBarcode("")
    public var personalName = ""
    public var holdLimit: Int?
    public var overdueLimit: Int?
    public var chargedLimit: Int?
    public var isValidPatron: Bool?
    public var isValidPassword: Bool?
    public var currency: String?
    public var feeText: String?
    public var feeLimitText: String?
    public var holdItems: [String] = []
    public var overdueItems: [String] = []
    public var chargedItems: [String] = []
    public var fineItems: [String] = []
    public var recallItems: [String] = []
    public var unavailableHoldItems: [String] = []
    public var homeAddress: String?
    public var email: String?
    public var homePhone: String?
    public var homeLibrary: String?
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "64"
    public static let layout = Layout<Self>(
        fixed: [
            .flags(\.status),
            .number(3, \.language),
            .time(\.sentAt),
            .number(4, \.holdCount),
            .number(4, \.overdueCount),
            .number(4, \.chargedCount),
            .number(4, \.fineCount),
            .number(4, \.recallCount),
            .number(4, \.unavailableHoldCount),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .text("AE", \.personalName),
            .number("BZ", width: 4, \.holdLimit),
            .number("CA", width: 4, \.overdueLimit),
            .number("CB", width: 4, \.chargedLimit),
            .flag("BL", \.isValidPatron),
            .flag("CQ", \.isValidPassword),
            .text("BH", \.currency),
            .text("BV", \.feeText),
            .text("CC", \.feeLimitText),
            .texts("AS", \.holdItems),
            .texts("AT", \.overdueItems),
            .texts("AU", \.chargedItems),
            .texts("AV", \.fineItems),
            .texts("BU", \.recallItems),
            .texts("CD", \.unavailableHoldItems),
            .text("BD", \.homeAddress),
            .text("BE", \.email),
            .text("BF", \.homePhone),
            .text("AQ", \.homeLibrary),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}

extension PatronInformationResponse {
    /// What the patron owes, if it can be read. Without a currency two digits behind the point are assumed.
    public var fee: Money? { feeText.flatMap { Money(lenient: $0, currency: currency ?? "") } }
    /// What the patron may owe before borrowing stops.
    public var feeLimit: Money? { feeLimitText.flatMap { Money(lenient: $0, currency: currency ?? "") } }
}
