#include "usecases/messages/acknowledgement.h"

#include "usecases/letters/site_fields.h"
#include "usecases/messages/put_message.h"
#include "usecases/settings.h"
#include "usecases/site/opening_hours.h"

namespace doorstep::usecases::messages {

using domain::reports::Report;
namespace fields = domain::messages::fields;

namespace {

std::string cause_of_acknowledgement(Report const& report) {
    return "acknowledgement " + std::string(report.id.text());
}

Expected<MessagePut> acknowledge(Change& change, Settings const& settings, Report const& report,
                                 Recipient const& to, std::optional<domain::messages::Channel> channel,
                                 std::string cause) {
    domain::wording::Fields own;
    auto const& language = to.reach.safe_contact->language;
    own.set(std::string(fields::report_reference), report.reference)
        .set(std::string(fields::first_contact_by), letters::day_in(language, report.first_contact_by))
        .set(std::string(fields::out_of_hours),
             site::arrived_out_of_hours(settings, report.received_at, language));
    return put_message(change, settings,
                       {.letter = domain::messages::letters::acknowledgement,
                        .to = to,
                        .file = nullptr,
                        .fields = own,
                        .channel = channel,
                        .check_reason = "",
                        .cause = std::move(cause),
                        .numbers = {}});
}

}  // namespace

void acknowledge_report(Change& change, Settings const& settings, Report const& report) {
    auto const to = recipient_of_report(change.tx, report);
    if (!to.reach.safe_contact) return;
    // A refusal means that it cannot be written: the report is taken in all the same, and its page says so.
    (void)acknowledge(change, settings, report, to, std::nullopt, cause_of_acknowledgement(report));
}

bool acknowledge_otherwise(Change& change, Settings const& settings, Report const& report) {
    using domain::messages::Channel;
    auto const to = recipient_of_report(change.tx, report);
    if (!to.reach.safe_contact) return false;
    bool const by_post =
        domain::messages::is_safe(to.reach, Channel::letter) && !to.reach.postal_address.empty();
    return acknowledge(change, settings, report, to, by_post ? Channel::letter : Channel::spoken,
                       cause_of_acknowledgement(report) + " otherwise")
        .has_value();
}

Acknowledgement acknowledgement_of(std::vector<domain::messages::Message> const& about_report,
                                   Report const& report,
                                   std::optional<domain::people::SafeContact> const& safe_contact,
                                   bool email_reaches_people) {
    Acknowledgement found;
    for (auto const& message : about_report)
        if (message.wording == domain::messages::letters::acknowledgement &&
            (!found.message || found.message->created_at <= message.created_at))
            found.message = message;
    if (!found.message)
        found.why_not =
            domain::messages::why_no_way({.safe_contact = safe_contact,
                                          .postal_address = address_lines(report.reporter_address),
                                          .letters_unasked = false},
                                         email_reaches_people);
    return found;
}

}  // namespace doorstep::usecases::messages
