import Circulation
import SIP2

/// 11 and 09.
extension Desk {
    /// No block and fee acknowledgement are not heeded: 98 says that offline loans are not taken, and no loan costs
    /// anything. A cancelling 11 (`BI` Y) is an ordinary loan.
    mutating func checkout(_ request: CheckoutRequest, at now: LocalTime) throws(LibraryError) -> CheckoutResponse {
        // An empty `AD` is what many stations send for none.
        var pin = request.patronPassword.flatMap { $0.text.isEmpty ? nil : $0 }
        if proven?.patron != request.patron { proven = nil }
        if let given = pin, proven?.pin == given { pin = nil }
        let result = try library.checkout(
            request.item, to: request.patron, pin: pin, mayRenew: request.mayRenew, at: now)

        var answer = CheckoutResponse()
        answer.isOk = result.refusal == nil
        answer.wasRenewal = result.wasRenewal
        answer.magneticMedia = .no
        answer.desensitize = answer.isOk ? .yes : .no
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.patron = request.patron
        answer.item = request.item
        answer.title = result.item?.title ?? ""
        answer.dueText = result.due.map(Self.text) ?? ""
        answer.mediaType = result.item?.mediaType
        answer.screenMessages = result.refusal.map { [$0.message] } ?? []
        return answer
    }

    /// An item that was not on loan is ok 0 with its routing, as in Koha; with no block Y it is ok 1, because then it
    /// has happened already.
    func checkin(_ request: CheckinRequest, at now: LocalTime) throws(LibraryError) -> CheckinResponse {
        let result = try library.checkin(
            request.item, at: settings.branch, returned: request.returnedAt.local,
            undoes: request.isCancel == true, now: now)
        var answer = CheckinResponse()
        answer.magneticMedia = .no
        answer.sentAt = SIP2Time(now)
        answer.institution = settings.institution
        answer.item = request.item
        guard let item = result.item else {
            answer.alert = true
            answer.alertType = .other
            answer.screenMessages = [Refusal.unknownItem.message]
            return answer
        }
        let wasOnLoan = result.borrower != nil
        answer.isOk = wasOnLoan || request.noBlock
        // In the building, so the gate must know it, whether or not it was on loan.
        answer.resensitize = true
        answer.permanentLocation = item.home ?? settings.branch
        answer.title = item.title
        answer.mediaType = item.mediaType
        answer.callNumber = Self.callNumber(of: item)
        if !wasOnLoan { answer.screenMessages = ["This item was not on loan."] }
        route(result.routing, into: &answer)
        return answer
    }

    /// Trolleys: 1 shelf, 2 hold shelf, 3 other branches, 9 staff.
    private func route(_ routing: Routing, into answer: inout CheckinResponse) {
        func tell(_ wish: Routing.Wish) {
            guard settings.tellsHoldPatron else { return }
            answer.holdPatron = wish.patron
            answer.holdPatronName = wish.name
        }
        switch routing {
        case .shelf:
            answer.sortBin = "1"
        case .holdHere(let wish):
            (answer.sortBin, answer.alertType) = ("2", .holdHere)
            answer.destination = settings.branch
            tell(wish)
        case .holdElsewhere(let branch, let wish):
            (answer.sortBin, answer.alertType) = ("3", .holdElsewhere)
            answer.destination = branch
            tell(wish)
        case .transit(let branch):
            (answer.sortBin, answer.alertType) = ("3", .transit)
            answer.destination = branch
        case .staff:
            (answer.sortBin, answer.alertType) = ("9", .other)
            answer.screenMessages.append("Please bring this item to the desk.")
        }
        answer.alert = answer.alertType != nil
    }

    static func callNumber(of item: Item) -> String? {
        if !item.lc.isEmpty { return item.lc }
        return item.dewey.isEmpty ? nil : item.dewey
    }

    /// `YYYYMMDD    HHMMSS`, as Koha writes due dates.
    static func text(_ due: LocalTime) -> String {
        let digits = due.text.filter { $0.isNumber }
        return "\(digits.prefix(8))    \(digits.suffix(6))"
    }
}
