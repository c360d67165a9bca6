#include "base/log.h"

#include <spdlog/pattern_formatter.h>
#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include "base/text.h"

namespace doorstep::log {
namespace {

constexpr char const* text_pattern = "%Y-%m-%dT%H:%M:%S.%eZ %l %v";
constexpr char const* json_pattern = R"({"at":"%Y-%m-%dT%H:%M:%S.%eZ","level":"%l",%v})";

std::shared_ptr<spdlog::logger> made(Style style, bool verbose) {
    auto logger =
        std::make_shared<spdlog::logger>("doorstep", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    logger->set_formatter(std::make_unique<spdlog::pattern_formatter>(
        style == Style::json ? json_pattern : text_pattern, spdlog::pattern_time_type::utc));
    logger->set_level(verbose ? spdlog::level::info : spdlog::level::warn);
    return logger;
}

struct Output {
    Style style = Style::text;
    std::shared_ptr<spdlog::logger> logger = made(Style::text, false);
};

Output& output() {
    static Output the_output;
    return the_output;
}

spdlog::level::level_enum spdlog_level(Level level) {
    switch (level) {
        case Level::info:
            return spdlog::level::info;
        case Level::warning:
            return spdlog::level::warn;
        case Level::error:
            break;
    }
    return spdlog::level::err;
}

std::string quoted(std::string_view text) {
    auto const valid = text::is_valid_utf8(text) ? std::string(text) : text::normalise(text);
    return boost::json::serialize(boost::json::string(valid));
}

/// Whatever could be taken for the end of a value, a line or a terminal's control sequence is put in quotes.
bool needs_quotes(std::string_view text) {
    if (text.empty()) return true;
    for (char const character : text)
        if (character <= ' ' || character == '"' || character == '=' || character == '\\' ||
            character == 0x7f)
            return true;
    return false;
}

std::string text_line(std::string_view message, std::initializer_list<Field> fields) {
    std::string line(message);
    for (auto const& field : fields) {
        line.append(" ").append(field.key()).append("=");
        line.append(needs_quotes(field.value()) ? quoted(field.value()) : field.value());
    }
    return line;
}

std::string json_members(std::string_view message, std::initializer_list<Field> fields) {
    auto members = "\"message\":" + quoted(message);
    for (auto const& field : fields)
        members.append(",").append(quoted(field.key())).append(":").append(quoted(field.value()));
    return members;
}

}  // namespace

void start(Style style, bool verbose) { output() = {style, made(style, verbose)}; }

void write(Level level, std::string_view literal, std::initializer_list<Field> fields) {
    auto const& [style, logger] = output();
    auto const at_level = spdlog_level(level);
    if (!logger->should_log(at_level)) return;
    // Passed as an argument: spdlog would take braces in the line for its own.
    logger->log(at_level, "{}",
                style == Style::json ? json_members(literal, fields) : text_line(literal, fields));
}

}  // namespace doorstep::log
