/// How a message begins: its name and the columns of its fixed part, in order.
///
/// The table is the whole of SIP2 2.00, so that every line of that version can be split, also those without a
/// typed view. Source: 3M *SIP 2.00*, document revision 2.12, message definitions.
public struct Shape: Sendable {
    public struct Part: Sendable {
        public let name: String
        /// In bytes.
        public let width: Int
    }

    public let code: String
    public let name: String
    public let fixed: [Part]
    /// Bytes of the fixed part, the code not counted.
    public let width: Int
    /// The code of the message that answers; nil for answers themselves and for 97, which repeats.
    public let answer: String?

    private init(_ code: String, _ name: String, _ fixed: [(String, Int)] = [], answer: String? = nil) {
        self.code = code
        self.name = name
        self.fixed = fixed.map { Part(name: $0.0, width: $0.1) }
        self.width = fixed.reduce(0) { $0 + $1.1 }
        self.answer = answer
    }

    /// - Returns: nil for a code that SIP2 2.00 does not know.
    public static func of(_ code: String) -> Shape? {
        let bytes = Array(code.utf8)
        guard bytes.count == 2, let slot = slot(bytes[0], bytes[1]) else { return nil }
        return all[slot]
    }

    /// The place in `all` of the message whose code is these two digits.
    static func slot(_ first: UInt8, _ second: UInt8) -> Int? {
        guard (0x30...0x39).contains(first), (0x30...0x39).contains(second) else { return nil }
        let slot = slots[Int(first - 0x30) * 10 + Int(second - 0x30)]
        return slot < 0 ? nil : slot
    }

    private static let slots: [Int] = {
        var slots = Array(repeating: -1, count: 100)
        for (slot, shape) in all.enumerated() { slots[Int(shape.code)!] = slot }
        return slots
    }()
}

extension Shape {
    private static let date = ("date", 18)
    private static let language = ("language", 3)
    private static let status = ("patronStatus", 14)
    private static let lending = [("ok", 1), ("renewalOk", 1), ("magnetic", 1), ("desensitize", 1), date]
    private static let counts = [
        ("holdCount", 4), ("overdueCount", 4), ("chargedCount", 4), ("fineCount", 4), ("recallCount", 4),
        ("unavailableHoldCount", 4),
    ]

    /// Every message of SIP2 2.00, by code.
    public static let all: [Shape] = [
        Shape("01", "Block Patron", [("cardRetained", 1), date], answer: "24"),
        Shape("09", "Checkin", [("noBlock", 1), date, ("returnDate", 18)], answer: "10"),
        Shape("10", "Checkin Response", [("ok", 1), ("resensitize", 1), ("magnetic", 1), ("alert", 1), date]),
        Shape("11", "Checkout", [("renewalPolicy", 1), ("noBlock", 1), date, ("noBlockDue", 18)], answer: "12"),
        Shape("12", "Checkout Response", lending),
        Shape("15", "Hold", [("holdMode", 1), date], answer: "16"),
        Shape("16", "Hold Response", [("ok", 1), ("available", 1), date]),
        Shape("17", "Item Information", [date], answer: "18"),
        Shape(
            "18", "Item Information Response",
            [("circulationStatus", 2), ("securityMarker", 2), ("feeType", 2), date]),
        Shape("19", "Item Status Update", [date], answer: "20"),
        Shape("20", "Item Status Update Response", [("itemPropertiesOk", 1), date]),
        Shape("23", "Patron Status", [language, date], answer: "24"),
        Shape("24", "Patron Status Response", [status, language, date]),
        Shape("25", "Patron Enable", [date], answer: "26"),
        Shape("26", "Patron Enable Response", [status, language, date]),
        Shape("29", "Renew", [("thirdParty", 1), ("noBlock", 1), date, ("noBlockDue", 18)], answer: "30"),
        Shape("30", "Renew Response", lending),
        Shape("35", "End Patron Session", [date], answer: "36"),
        Shape("36", "End Session Response", [("ended", 1), date]),
        Shape("37", "Fee Paid", [date, ("feeType", 2), ("paymentType", 2), ("currency", 3)], answer: "38"),
        Shape("38", "Fee Paid Response", [("accepted", 1), date]),
        Shape("63", "Patron Information", [language, date, ("summary", 10)], answer: "64"),
        Shape("64", "Patron Information Response", [status, language, date] + counts),
        Shape("65", "Renew All", [date], answer: "66"),
        Shape("66", "Renew All Response", [("ok", 1), ("renewedCount", 4), ("unrenewedCount", 4), date]),
        Shape("93", "Login", [("userAlgorithm", 1), ("passwordAlgorithm", 1)], answer: "94"),
        Shape("94", "Login Response", [("ok", 1)]),
        Shape("96", "Request SC Resend"),
        Shape("97", "Request ACS Resend"),
        Shape(
            "98", "ACS Status",
            [
                ("online", 1), ("checkinOk", 1), ("checkoutOk", 1), ("renewalPolicy", 1), ("statusUpdateOk", 1),
                ("offlineOk", 1), ("timeout", 3), ("retries", 3), date, ("protocolVersion", 4),
            ]),
        Shape("99", "SC Status", [("statusCode", 1), ("maxPrintWidth", 3), ("protocolVersion", 4)], answer: "98"),
    ]
}
