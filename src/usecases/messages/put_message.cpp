#include "usecases/messages/put_message.h"

#include "base/assert.h"
#include "storage/messages.h"
#include "usecases/messages/check_message.h"
#include "usecases/messages/compose.h"
#include "usecases/messages/release.h"
#include "usecases/settings.h"

namespace doorstep::usecases::messages {

using domain::messages::Channel;
using domain::messages::Message;

namespace {

constexpr std::string_view no_safe_way = "no-safe-way";
constexpr std::string_view written_already = "written-already";

tl::unexpected<Refusal> refuse_second() {
    return refuse(RefusalKind::conflict, std::string(written_already), "This was written already");
}

Expected<Channel> channel_for(Change const& change, NewMessage const& input) {
    auto const& reach = input.to.reach;
    // How a colleague tells them is for the colleague, who sees what is safe.
    if (input.channel == Channel::spoken) return Channel::spoken;
    if (input.channel) {
        if (domain::messages::is_safe(reach, *input.channel)) return *input.channel;
        return refuse(RefusalKind::unlawful, "channel-not-safe",
                      "This person did not agree to this way: choose another, or ask them and change their "
                      "safe contact");
    }
    if (auto const best = domain::messages::best_channel(reach, change.emails_reach_people())) return *best;
    if (input.if_no_way == IfNoWay::tell) return Channel::spoken;
    return refuse(RefusalKind::unlawful, no_safe_way, "There is no safe way of writing to this person");
}

}  // namespace

bool is_no_safe_way(Refusal const& refusal) { return refusal.code() == no_safe_way; }
bool is_written_already(Refusal const& refusal) { return refusal.code() == written_already; }

Expected<MessagePut> put_message(Change& change, Settings const& settings, NewMessage const& input) {
    DOORSTEP_ASSERT(input.file || input.to.report, "a message is about a case or a report");
    auto const channel = channel_for(change, input);
    if (!channel) return refuse(channel.error());
    auto const destination = domain::messages::destination_of(input.to.reach, *channel);
    if (auto there = check_destination(*channel, destination); !there) return refuse(there.error());

    auto const composed = compose(change.tx, settings, input.letter, input.to,
                                  {.file = input.file, .today = change.today}, input.fields);
    if (!composed) return refuse(composed.error());
    auto const outside =
        dress(settings, *channel, composed->language, change.today, composed->heading, composed->body);
    if (!outside) return refuse(outside.error());
    std::vector<domain::outbound::Finding> findings;
    if (input.file)
        findings = check_message(change.tx, settings, *input.file, input.to,
                                 composed->heading + "\n" + composed->body);
    if (auto passed = check_findings(findings, input.check_reason); !passed) return refuse(passed.error());

    Message message;
    message.id = change.new_id<MessageId>();
    message.channel = *channel;
    message.wording = input.letter;
    message.wording_version = composed->wording_version;
    message.language = composed->language;
    message.heading = composed->heading;
    message.subject = outside->subject;
    message.body = outside->body;
    message.addressee = composed->addressee;
    message.destination = destination;
    message.large_print = input.to.reach.safe_contact && input.to.reach.safe_contact->large_print;
    message.case_file = input.file ? std::optional(input.file->id) : std::nullopt;
    message.person = input.to.person;
    message.report = input.to.report;
    message.side = input.to.side;
    message.not_before = may_leave(*channel, input.to.reach, change.now);
    message.check_reason = findings.empty() ? std::string() : input.check_reason;
    if (*channel != Channel::text) {  // which says no more than "ring us"
        message.names_owner = composed->names_owner;
        message.names_housing_officer = composed->names_housing_officer;
    }
    message.created_by = change.viewer.account;
    message.created_at = change.now;
    message.cause = input.cause;
    message.numbers = input.numbers;
    if (!storage::messages::insert(change.tx, message)) return refuse_second();
    record_written(change, message, findings, input.file);
    return MessagePut{message.id, *channel};
}

}  // namespace doorstep::usecases::messages
