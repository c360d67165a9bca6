#include "usecases/messages/recipient.h"

#include "base/text.h"
#include "storage/places.h"

namespace doorstep::usecases::messages {

std::string address_lines(std::string_view address) {
    std::vector<std::string> lines;
    for (auto const line : text::split(address, '\n'))
        for (auto const part : text::split(line, ','))
            if (auto const tidy = text::trim(part); !tidy.empty()) lines.emplace_back(tidy);
    return text::join(lines, "\n");
}

Recipient recipient_on_case(storage::sql::Read& tx, storage::people::PersonOnCase const& person) {
    Recipient to{.name = person.person ? person.person->name : std::string(),
                 .reach = {.safe_contact = person.safe_contact,
                           .postal_address = "",
                           .letters_unasked = person.part.side == domain::people::Side::complained_about},
                 .side = person.part.side,
                 .person = person.part.id,
                 .case_file = person.part.case_file,
                 .report = {},
                 .next_contact_by = person.part.next_contact_by};
    if (!person.person) return to;
    if (person.person->address) {
        if (auto const address = storage::places::find_address(tx, *person.person->address))
            to.reach.postal_address =
                address_lines(address->line + "\n" + address->town + "\n" + address->postcode);
    } else {
        to.reach.postal_address = address_lines(person.person->address_text);
    }
    return to;
}

Recipient recipient_of_report(storage::sql::Read& tx, domain::reports::Report const& report) {
    Recipient to{.name = report.reporter_name,
                 .reach = {.safe_contact = {},
                           .postal_address = address_lines(report.reporter_address),
                           .letters_unasked = false},
                 .side = domain::people::Side::reporting,
                 .person = {},
                 .case_file = {},
                 .report = report.id,
                 .next_contact_by = {}};
    if (!report.safe_contact_id) return to;
    auto const found = storage::people::find_safe_contacts(tx, {*report.safe_contact_id});
    if (auto const safe = found.find(*report.safe_contact_id); safe != found.end())
        to.reach.safe_contact = safe->second;
    return to;
}

}  // namespace doorstep::usecases::messages
