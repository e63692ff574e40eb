import Circulation

/// Message 11, "charge this item to this patron".
public struct CheckoutRequest: Request {
    public var mayRenew = false  // stays N: a resend must never become a renewal
    public var noBlock = false  // stays N: few servers honour it, and some do harm with it
    public var sentAt = SIP2Time()
    public var noBlockDue = SIP2Time()  // the same as `sentAt` where unused: blanks upset some servers
    public var institution = ""
    public var patron = PatronBarcode("")
    public var item = ItemBarcode("")
    public var terminalPassword: Secret?
    public var itemProperties: String?
    public var patronPassword: Secret?
    public var isFeeAccepted: Bool?
    public var isCancel: Bool?
    public var notes: [Note] = []

    public static let code = "11"
    public static let layout = Layout<Self>(
        fixed: [
            .flag(\.mayRenew),
            .flag(\.noBlock),
            .time(\.sentAt),
            .time(\.noBlockDue),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .text("AB", \.item),
            .text("AC", \.terminalPassword, isRequired: true),
            .text("CH", \.itemProperties),
            .text("AD", \.patronPassword),
            .flag("BO", \.isFeeAccepted),
            .flag("BI", \.isCancel),
        ])

    public init() {}
}

extension CheckoutRequest {
    public init(_ item: ItemBarcode, to patron: PatronBarcode, at now: LocalTime) {
        self.init()
        self.item = item
        self.patron = patron
        sentAt = SIP2Time(now)
        noBlockDue = SIP2Time(now)
    }
}
