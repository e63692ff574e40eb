import Circulation
import Kiosk
import SIP2

// MARK: What works

extension Station {
    /// Borrowing needs the library system, the journal and something that tells which book it is.
    var health: SelfService.Health {
        let canAsk = conversation.isReady || line.goneSince != nil
        let mayBorrow = line.status.map { $0.isOnline && $0.allowsCheckout } ?? false
        let mayReturn = line.status.map { $0.isOnline && $0.allowsCheckin } ?? false
        let works = canAsk && isJournalGood && canIdentify
        return SelfService.Health(
            canBorrow: works && mayBorrow, canReturn: works && mayReturn, code: code(canAsk, mayBorrow))
    }

    private func code(_ canAsk: Bool, _ mayBorrow: Bool) -> String {
        if !isJournalGood { return "K-903" }
        if !canIdentify { return "K-902" }
        if !canAsk { return "K-901" }
        return mayBorrow ? "K-900" : "K-904"
    }

    /// A pad or a scanner that runs. A card must come from somewhere too, so a scanner that is named must run.
    private var canIdentify: Bool {
        let scanners = devices.filter { $0.port.role == .scanner }
        return !devices.isEmpty && scanners.allSatisfy(\.isRunning) && devices.contains(where: \.isRunning)
    }
}
