#include "report/schema.h"

#include <nlohmann/json.hpp>
#include <set>

// A test holds these keys to those that the parser of recto.yaml accepts, in both directions.

namespace recto {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kSchema = R"json({
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "title": "recto.yaml",
  "description": "How recto checks the translations of a site. Every key is optional.",
  "type": ["object", "null"],
  "additionalProperties": false,
  "properties": {
    "source": {"$ref": "#/$defs/locale", "description": "The language of the source posts."},
    "locales": {
      "description": "The locales to check, those without any translation included, or a map that says what each folder means.",
      "oneOf": [
        {"type": "array", "items": {"$ref": "#/$defs/locale"}, "uniqueItems": true},
        {"type": "object", "additionalProperties": {
          "type": ["object", "null"],
          "additionalProperties": false,
          "properties": {
            "is": {"$ref": "#/$defs/locale", "description": "The locale that the folder holds."},
            "variant": {"type": "boolean", "description": "A variant of the source's language, where nothing need be translated; en-GB of en is one unless this is false."}
          }
        }}
      ]
    },
    "layout": {"enum": ["docusaurus"], "description": "The layout of the site, where it is not found."},
    "content": {
      "description": "Where posts lie, by templates.",
      "oneOf": [
        {"$ref": "#/$defs/templates"},
        {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/templates"}}
      ]
    },
    "dialect": {"enum": ["markdown", "mdx", "docusaurus", "hugo", "mkdocs"], "description": "The dialect of Markdown; found by layout and extension."},
    "site": {
      "description": "Which links are the site's own.",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "hosts": {"$ref": "#/$defs/texts", "description": "Hosts of the site."},
        "locale_prefix": {"type": "boolean", "description": "Whether /vi/docs is /docs in Vietnamese."}
      }
    },
    "exclude": {"$ref": "#/$defs/texts", "description": "Files to pass over, as globs; * does not cross a slash."},
    "words": {
      "description": "Files of accepted words, for all locales or by locale.",
      "oneOf": [
        {"$ref": "#/$defs/texts"},
        {"type": "object", "additionalProperties": {"$ref": "#/$defs/texts"}}
      ]
    },
    "terms": {"$ref": "#/$defs/texts", "description": "Files of terms."},
    "rule_folders": {"$ref": "#/$defs/texts", "description": "Folders with rules of your own, one <family>/<problem>.yaml each."},
    "dictionaries": {"type": "object", "additionalProperties": {"$ref": "#/$defs/text"}, "description": "The Hunspell dictionary of a locale: pt: pt_BR."},
    "front_matter": {
      "description": "What becomes of the keys of the front matter, added to what the layout knows.",
      "type": ["object", "null"],
      "additionalProperties": false,
      "properties": {
        "same": {"$ref": "#/$defs/texts", "description": "Values that must be those of the source."},
        "translate": {"$ref": "#/$defs/texts", "description": "Values that are translated."},
        "local": {"$ref": "#/$defs/texts", "description": "Keys that may differ, or stand on one side only."},
        "source_only": {"$ref": "#/$defs/texts", "description": "Keys that only the source has."}
      }
    },
    "rules": {"$ref": "#/$defs/rules", "description": "A severity, parameters or both, by rule or family."},
    "overrides": {
      "description": "Rules for some files and locales only.",
      "type": ["array", "null"],
      "items": {
        "type": ["object", "null"],
        "additionalProperties": false,
        "properties": {
          "files": {"$ref": "#/$defs/texts", "description": "Globs of sources or translations."},
          "locales": {"$ref": "#/$defs/texts", "description": "Locales or languages."},
          "rules": {"$ref": "#/$defs/rules"}
        }
      }
    },
    "allow": {
      "description": "Findings that are right as they are.",
      "type": "array",
      "items": {
        "type": "object",
        "additionalProperties": false,
        "required": ["rule"],
        "properties": {
          "rule": {"$ref": "#/$defs/rule_name", "description": "A rule or a family."},
          "files": {"$ref": "#/$defs/texts", "description": "Globs of sources or translations."},
          "locales": {"$ref": "#/$defs/texts", "description": "Locales or languages."},
          "because": {"$ref": "#/$defs/text", "description": "The reason."},
          "until": {"format": "date", "description": "The last day on which it holds: 2026-12-31."}
        }
      }
    },
    "baseline": {"$ref": "#/$defs/text", "description": "The folder of accepted findings."},
    "fail_on": {"enum": ["error", "warning", "hint", "never"], "description": "The least severity that fails a run."},
    "limits": {
      "type": ["object", "null"],
      "description": "What recto takes on.",
      "additionalProperties": false,
      "properties": {
        "file_size": {"$ref": "#/$defs/size", "description": "The largest file to read: 8 MiB."},
        "front_matter_size": {"$ref": "#/$defs/size", "description": "The largest front matter: 256 KiB."},
        "front_matter_depth": {"$ref": "#/$defs/depth", "description": "How deep maps and lists of a front matter may lie in one another: 32."},
        "front_matter_values": {"$ref": "#/$defs/count", "description": "The most values of a front matter, an alias counted as all that it stands for: 20000."},
        "nesting": {"$ref": "#/$defs/depth", "description": "How deep quotes and lists may lie in one another: 32."},
        "pair_work": {"$ref": "#/$defs/count", "description": "The most steps that comparing one pair may take, counted alike on every machine: 10000000."},
        "findings_per_file": {"$ref": "#/$defs/count", "description": "The most findings of one file to show; the others are counted: 200."}
      }
    }
  },
  "$defs": {
    "text": {"type": ["string", "number", "boolean"]},
    "texts": {"oneOf": [{"$ref": "#/$defs/text"}, {"type": "array", "items": {"$ref": "#/$defs/text"}}, {"type": "null"}]},
    "size": {"type": ["string", "integer"], "pattern": "^[0-9]+( ?[KM]iB)?$"},
    "depth": {"type": "integer", "minimum": 1, "maximum": 256},
    "count": {"type": "integer", "minimum": 1, "maximum": 1000000000},
    "locale": {"type": "string", "pattern": "^[A-Za-z]{2,3}([-_][A-Za-z0-9]+)*$"},
    "templates": {
      "type": "object",
      "additionalProperties": false,
      "required": ["source", "translation"],
      "properties": {
        "source": {"type": "string", "pattern": "\\{path\\}", "description": "Where sources lie: blog/{path}.md"},
        "translation": {"type": "string", "pattern": "\\{locale\\}", "description": "Where translations lie: {locale}/blog/{path}.md"}
      }
    },
    "severity": {"enum": ["error", "warning", "hint", "off"]},
    "setting": {
      "oneOf": [
        {"$ref": "#/$defs/severity"},
        {"type": "object", "properties": {"severity": {"$ref": "#/$defs/severity"}, "unsure": {"$ref": "#/$defs/severity", "description": "Of findings that may be right, which are hints otherwise."}}, "additionalProperties": {"$ref": "#/$defs/texts"}}
      ]
    },
    "rule_name": {"enum": []},
    "rules": {"type": ["object", "null"], "additionalProperties": false, "properties": {}}
  }
})json";

}  // namespace

std::string config_schema(const std::vector<Rule>& rules) {
  Json schema = Json::parse(kSchema);
  Json& names = schema["$defs"]["rule_name"]["enum"];
  Json& settings = schema["$defs"]["rules"]["properties"];
  std::set<std::string> families;
  for (const Rule& rule : rules) {
    if (families.insert(rule.family()).second) {
      names.push_back(rule.family());
      settings[rule.family()] = {{"$ref", "#/$defs/setting"},
                                 {"description", "All rules of this family."}};
    }
    names.push_back(rule.name);
    settings[rule.name] = {{"$ref", "#/$defs/setting"}, {"description", rule.why}};
    settings[rule.name]["default"] = std::string(name_of(rule.severity));
  }
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace recto
