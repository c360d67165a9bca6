#include "usecases/messages/release.h"

#include "base/assert.h"
#include "base/text.h"
#include "domain/messages/best_times.h"
#include "domain/messages/email_address.h"
#include "storage/work_items.h"
#include "usecases/messages/after_sent.h"
#include "usecases/messages/check_message.h"

namespace doorstep::usecases::messages {

using domain::messages::Channel;
using domain::messages::Message;
using domain::messages::State;
using domain::outbound::Finding;

Expected<Done> check_destination(Channel channel, std::string const& destination) {
    if (destination.empty() && channel != Channel::spoken)
        return refuse(RefusalKind::invalid, "address-missing",
                      channel == Channel::letter  ? "We have no address to write to"
                      : channel == Channel::email ? "We have no e-mail address"
                                                  : "We have no mobile number");
    if (channel == Channel::email && !domain::messages::is_email_address(destination))
        return refuse(RefusalKind::invalid, "email-wrong",
                      "The e-mail address is not one that mail can be sent to: change their safe contact");
    return Done{};
}

Expected<Done> check_findings(std::vector<Finding> const& findings, std::string const& reason) {
    if (findings.empty()) return Done{};
    bool const blocks = domain::outbound::has_block(findings);
    if (!blocks && !text::trim(reason).empty()) return Done{};
    Refusal refusal(RefusalKind::invalid, blocks ? "outbound-block" : "outbound-caution",
                    blocks ? "This must not be sent as it is: it gives somebody else away"
                           : "This may give somebody else away: read it again, and say why it may go");
    for (auto const& finding : findings) {
        if (blocks && finding.severity != domain::outbound::Severity::block) continue;
        std::move(refusal).with_problem("", finding_words(finding));
    }
    return refuse(std::move(refusal));
}

Instant may_leave(Channel channel, domain::messages::Reach const& reach, Instant now) {
    if (channel == Channel::letter || !reach.safe_contact) return now;
    return domain::messages::may_leave_at(reach.safe_contact->best_times, now);
}

void record_about(Change& change, Message const& message, domain::events::EventKind const& kind,
                  domain::events::Detail const& detail) {
    if (message.case_file) {
        change.record(*message.case_file, kind, message.id.text(), detail);
    } else {
        DOORSTEP_ASSERT(message.report, "a message is about a case or a report");
        change.record(*message.report, kind, message.id.text(), detail);
    }
}

void record_written(Change& change, Message const& message, std::vector<Finding> const& findings,
                    domain::cases::CaseFile const* file) {
    domain::events::Detail detail;
    detail.set("letter", message.wording)
        .set("wording_version", message.wording_version)
        .set("language", message.language)
        .set("channel", message.channel)
        .set("side", message.side)
        .set("state", message.state)
        .set("person", message.person)
        .personal("to", message.addressee);
    if (!findings.empty()) {
        std::vector<std::string> words;
        for (auto const& finding : findings) words.push_back(finding_words(finding));
        detail.personal("check_found", text::join(words, ". "))
            .personal("check_reason", message.check_reason);
    }
    record_about(change, message, domain::events::message_written, detail);

    bool const by_hand = message.channel == Channel::text || message.channel == Channel::spoken;
    if (by_hand && message.state == State::waiting)
        storage::work_items::put(change.tx,
                                 {.id = change.new_id<WorkItemId>(),
                                  .account = file ? file->owner : whose(change.tx, message),
                                  .kind = message.channel == Channel::text ? domain::work::Kind::text_to_send
                                                                           : domain::work::Kind::tell_them,
                                  .case_file = message.case_file,
                                  .report = message.report,
                                  .subject = std::string(message.id.text()),
                                  .due_on = london_date(message.not_before),
                                  .high_risk = file && file->is_high_risk()},
                                 change.now);
}

}  // namespace doorstep::usecases::messages
