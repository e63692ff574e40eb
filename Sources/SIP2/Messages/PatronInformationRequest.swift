import Circulation

/// Message 63, "who is this, and what do they have?".
public struct PatronInformationRequest: Request {
    public var language: Int? = 0  // 0 unknown, 1 English, 3 German; see 3M *SIP 2.00*
    public var sentAt = SIP2Time()
    public var lists: SummaryLists = []  // none: counts only
    public var institution = ""
    public var patron = PatronBarcode("")
    public var terminalPassword: Secret?
    public var patronPassword: Secret?
    public var firstItem: Int?
    public var lastItem: Int?
    public var notes: [Note] = []

    public static let code = "63"
    public static let layout = Layout<Self>(
        fixed: [
            .number(3, \.language),
            .time(\.sentAt),
            .flags(\.lists),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .text("AC", \.terminalPassword),
            .text("AD", \.patronPassword),
            .number("BP", \.firstItem),
            .number("BQ", \.lastItem),
        ])

    public init() {}
}
