#include "storage/numbers_given.h"

#include <boost/json.hpp>

namespace doorstep::storage {

std::string numbers_json(std::vector<domain::people::NumberGiven> const& numbers) {
    boost::json::array list;
    for (auto const& number : numbers)
        list.push_back(boost::json::object{{"name", number.name}, {"telephone", number.telephone}});
    return boost::json::serialize(list);
}

std::vector<domain::people::NumberGiven> read_numbers(std::string_view json) {
    std::vector<domain::people::NumberGiven> numbers;
    if (json.empty()) return numbers;
    auto const document = boost::json::parse(json);
    for (auto const& entry : document.as_array()) {
        auto const& object = entry.as_object();
        numbers.push_back(
            {std::string(object.at("name").as_string()), std::string(object.at("telephone").as_string())});
    }
    return numbers;
}

}  // namespace doorstep::storage
