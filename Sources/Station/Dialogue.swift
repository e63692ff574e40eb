import Circulation
import Kiosk
import SIP2

/// Between the station's questions and the messages of SIP2. The only file of the station that knows fields.
enum Dialogue {
    /// Loans asked for at a time. A page of a hundred fits into every server's buffers.
    static let page = 100

    static func ask(
        _ question: Question, on conversation: inout Conversation, at now: Instant, clock: LocalTime
    ) -> [Conversation.Act] {
        let sent = SIP2Time(clock)
        switch question {
        case .checkout(let item, let patron):
            var message = CheckoutRequest()
            (message.item, message.patron, message.sentAt, message.noBlockDue) = (item, patron, sent, sent)
            return conversation.ask(message, at: now)
        case .checkin(let item):
            var message = CheckinRequest()
            (message.item, message.sentAt, message.returnedAt) = (item, sent, sent)
            return conversation.ask(message, at: now)
        case .item(let item):
            var message = ItemInformationRequest()
            (message.item, message.sentAt) = (item, sent)
            return conversation.ask(message, at: now)
        case .patron(let patron, let pin, let first):
            var message = PatronInformationRequest()
            (message.patron, message.patronPassword, message.sentAt) = (patron, pin, sent)
            message.lists = .charged
            (message.firstItem, message.lastItem) = (first, first + page - 1)
            return conversation.ask(message, at: now)
        case .endVisit(let patron):
            var message = EndSessionRequest()
            (message.patron, message.sentAt) = (patron, sent)
            return conversation.ask(message, at: now)
        }
    }

    static func answer(_ frame: Frame, charset: Charset, hasPIN: Bool) -> Answer {
        do throws(DecodeError) {
            switch frame.code {
            case "12": return .checkout(checkout(try CheckoutResponse(frame, charset: charset)))
            case "10": return .checkin(checkin(try CheckinResponse(frame, charset: charset)))
            case "18": return .item(item(try ItemInformationResponse(frame, charset: charset)))
            case "64":
                let message = try PatronInformationResponse(frame, charset: charset)
                return .patron(patron(message, hasPIN: hasPIN))
            case "36": return .visitEnded
            default: return .unreadable
            }
        } catch {
            return .unreadable
        }
    }

    private static func checkout(_ message: CheckoutResponse) -> Answer.Checkout {
        Answer.Checkout(
            isLent: message.isOk, item: message.item.text, title: text(message.title),
            due: due(message.dueText),
            unlocks: message.desensitize == .yes && message.securityInhibit != true)
    }

    private static func checkin(_ message: CheckinResponse) -> Answer.Checkin {
        let toStaff: Bool
        switch message.alertType {
        case .holdHere, .holdElsewhere, .interlibraryLoan, .transit, .unknown, .other: toStaff = true
        case nil: toStaff = message.alert
        }
        return Answer.Checkin(
            isReturned: message.isOk, item: message.item.text, title: message.title.flatMap(text),
            route: Route(bin: message.sortBin.flatMap(text), toStaff: toStaff),
            arms: message.isOk || message.resensitize)
    }

    private static func item(_ message: ItemInformationResponse) -> Answer.Item {
        Answer.Item(
            item: message.item.text, title: text(message.title),
            status: Int(message.circulationStatus.rawValue) ?? 0, due: due(message.dueText ?? ""))
    }

    private static func patron(
        _ message: PatronInformationResponse, hasPIN: Bool
    ) -> Answer.Patron {
        Answer.Patron(
            standing: PatronRules.standing(message, hasPIN: hasPIN), name: text(message.personalName),
            chargedCount: message.chargedCount, charged: message.chargedItems.map { ItemBarcode($0) },
            isKnown: message.isValidPatron != false)
    }

    private static func due(_ text: String) -> Due {
        if let date = DueText.date(text) { return Due(date: date) }
        return Due(text: Self.text(text))
    }

    private static func text(_ text: String) -> String? {
        let kept = text.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
        return kept.isEmpty ? nil : String(kept)
    }
}
