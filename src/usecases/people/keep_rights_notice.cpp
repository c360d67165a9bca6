#include "usecases/people/keep_rights_notice.h"

#include "base/text.h"
#include "storage/work_items.h"

namespace doorstep::usecases::people {

void keep_rights_notice(Change& change, storage::rights_notices::RightsNotice const& notice,
                        std::string_view language) {
    storage::rights_notices::insert(change.tx, notice);
    storage::work_items::finish(change.tx, domain::work::Kind::tell_rights, notice.person.text(), change.now);
    std::vector<std::string> numbers;
    for (auto const& number : notice.numbers) numbers.push_back(number.name + ", " + number.telephone);
    change.record(notice.case_file, domain::events::rights_told, notice.person.text(),
                  domain::events::Detail()
                      .set("person", notice.person)
                      .set("on", notice.told_on)
                      .set("how", notice.told_how)
                      .set("wording", notice.wording)
                      .set("wording_version", notice.wording_version)
                      .set("language", std::string(language))
                      .set("numbers", text::join(numbers, ". "))
                      .personal("crime_reference", notice.crime_reference));
}

}  // namespace doorstep::usecases::people
