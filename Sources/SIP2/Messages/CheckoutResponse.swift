import Circulation

/// Message 12, whether the item is lent.
public struct CheckoutResponse: Message {
    public var isOk = false
    public var wasRenewal = false  // the patron already had it
    public var magneticMedia: YesNoUnknown = .unknown
    public var desensitize: YesNoUnknown = .no  // U is read as no
    public var sentAt = SIP2Time()
    public var institution = ""
    public var patron = PatronBarcode("")
    public var item = ItemBarcode("")
    public var title = ""
    public var dueText = ""
    public var feeType: String?
    public var securityInhibit: Bool?
    public var currency: String?
    public var feeText: String?
    public var mediaType: String?
    public var itemProperties: String?
    public var transaction: String?
    public var screenMessages: [String] = []
    public var printLines: [String] = []
    public var notes: [Note] = []

    public static let code = "12"
    public static let layout = Layout<Self>(
        fixed: [
            .ok(\.isOk),
            .flag(\.wasRenewal),
            .code(\.magneticMedia),
            .code(\.desensitize),
            .time(\.sentAt),
        ],
        fields: [
            .text("AO", \.institution),
            .text("AA", \.patron),
            .text("AB", \.item),
            .text("AJ", \.title),
            .text("AH", \.dueText),
            .text("BT", \.feeType),
            .flag("CI", \.securityInhibit),
            .text("BH", \.currency),
            .text("BV", \.feeText),
            .text("CK", \.mediaType),
            .text("CH", \.itemProperties),
            .text("BK", \.transaction),
            .texts("AF", \.screenMessages),
            .texts("AG", \.printLines),
        ])

    public init() {}
}

extension CheckoutResponse {
    /// The day it is due, if the text can be read.
    public var due: LocalDate? { DueText.date(dueText) }
    public var fee: Money? { feeText.flatMap { Money(lenient: $0, currency: currency ?? "") } }
}
