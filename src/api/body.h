#pragma once

#include <initializer_list>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "api/json.h"
#include "base/expected.h"

/// Bodies that no form declares, because their questions are data: answers by question.
namespace doorstep::api {

using Texts = std::map<std::string, std::string, std::less<>>;

class Body {
  public:
    /// Refused: no JSON object ("bad-json"), a member that is not among `known` ("unknown-member").
    static Expected<Body> read(std::string_view text, std::initializer_list<std::string_view> known);

    /// Nothing when it is absent or null. Refused when it is no text ("bad-member").
    Expected<std::optional<std::string>> text(std::string_view name) const;
    Expected<std::optional<int>> number(std::string_view name) const;
    /// {"question": "option"}: empty when absent.
    Expected<Texts> texts(std::string_view name) const;

  private:
    explicit Body(json::object object) : object_(std::move(object)) {}
    json::object object_;
};

/// Schema of such a member.
json::object texts_schema(std::string_view description);

}  // namespace doorstep::api
