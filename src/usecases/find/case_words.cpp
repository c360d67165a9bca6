#include "usecases/find/case_words.h"

#include "storage/places.h"
#include "storage/search.h"
#include "usecases/settings.h"

namespace doorstep::usecases::find {

void keep_case_words(storage::sql::Write& tx, Settings const& settings, domain::cases::CaseFile const& file) {
    std::string words = file.reference + " " + file.title + " " + file.place_text;
    words += " " + std::string(settings.list("categories").label(file.category));
    if (!file.subcategory.empty())
        words += " " + std::string(settings.list("subcategories").label(file.subcategory));
    if (file.address)
        if (auto const address = storage::places::find_address(tx, *file.address))
            words += " " + address->in_one_line();
    words += storage::search::words_said_on(tx, file.id);
    storage::search::index_case(tx, file.id, words);
}

}  // namespace doorstep::usecases::find
